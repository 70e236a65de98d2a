import { afterEach, describe, expect, it } from 'vitest';
import type { Document } from '../../src/messages/document.ts';
import { sampleDocuments } from '../support/samples.ts';
import { buttonsOf, channel, closeStages, openStage, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';

const suggestion = 'suggest the purpose is a calm ward for all';

/** Each button that opens a form: who presses it, and what has to be there first. `press` fails if it did not say so. */
const opening: Readonly<Record<string, readonly [Name, string, ...(readonly [Name, string])[]]>> = {
  answer: ['Amina', 'Answer in private', ['Priya', 'ask "What shall we plant?"']],
  'answer-open': ['Amina', 'Answer to everyone', ['Priya', 'ask "What shall we plant?"']],
  'promise-new': ['Amina', 'Make a promise', ['Amina', 'home']],
  'promise-from': ['Amina', 'Make a promise', ['Amina', 'we will paint the day room']],
  'promise-did': ['Amina', 'Done', ['Amina', 'we will paint by 15 March'], ['Amina', 'promise 1']],
  'promise-could-not': ['Amina', "Can't do it", ['Amina', 'we will paint by 15 March'], ['Amina', 'promise 1']],
  'promise-change': ['Amina', 'Change it', ['Amina', 'we will paint by 15 March'], ['Amina', 'promise 1']],
  'promise-correct': ['Amina', 'Put it right', ['Amina', 'we will paint by 15 March'], ['Amina', 'promise 1']],
  'promise-not-yet': ['Dev', 'Not yet', ['Ruth', 'we will paint by 15 March'], ['Ruth', 'did 1']],
  'promise-not-yet-unnamed': [
    'Dev',
    'Not yet, without my name',
    ['Ruth', 'we will paint by 15 March'],
    ['Ruth', 'did 1'],
  ],
  'promise-no': ['Ruth', 'No, because…', ['Amina', 'we will paint by 15 March'], ['Amina', 'change 1 to sing']],
  'promise-yes-but': ['Ruth', 'Yes, but…', ['Amina', 'we will paint by 15 March'], ['Amina', 'change 1 to sing']],
  'people-invite': ['Priya', 'Invite people', ['Priya', 'people']],
  schedule: ['Priya', 'Change the times', ['Priya', 'settings']],
  'settings-change': ['Priya', 'Add a group', ['Priya', 'settings']],
  'me-change': ['Amina', 'Change my name', ['Amina', 'me']],
  'days-off': ['Amina', 'Pick my last day off', ['Amina', 'pause']],
  'safety-change': ['Priya', 'Local help', ['Priya', 'settings safety']],
  'data-contact': ['Priya', 'Name for data', ['Priya', 'ready']],
  'checkers-name': ['Priya', 'Name who checks', ['Priya', 'settings checkers']],
  away: ['Priya', 'Say when I am away', ['Priya', 'away until 20 March']],
  'idea-new': ['Amina', 'Share an idea', ['Amina', 'ideas']],
  'idea-take-up': ['Amina', 'Make a promise from it', ['Amina', 'idea music at tea time']],
  'question-new': ['Amina', 'Add a question', ['Amina', 'questions']],
  'question-change': [
    'Amina',
    'Change question 101',
    ['Amina', 'question add What made you smile?'],
    ['Amina', 'questions'],
  ],
  'decision-new': ['Amina', 'Log a decision', ['Amina', 'decisions']],
  'decision-correct': [
    'Amina',
    'Put it right',
    ['Amina', 'decision we meet on Fridays, final say together, rung asked'],
  ],
  'upstairs-new': ['Amina', 'Ask upstairs', ['Amina', 'upstairs']],
  'upstairs-mend': ['Amina', 'Put it in other words', ['Amina', 'upstairs a paid trainer']],
  'upstairs-answer': ['Priya', 'Note the answer', ['Amina', 'upstairs a paid trainer'], ['Priya', 'upstairs 1']],
  'upstairs-promise': [
    'Ruth',
    'Make a promise from it',
    ['Amina', 'upstairs a paid trainer'],
    ['Priya', 'upstairs 1 yes'],
  ],
  'sponsor-note-add': [
    'Priya',
    'Add their words',
    ['Priya', 'settings sponsor Graham Price'],
    ['Amina', 'upstairs a paid trainer'],
    ['Priya', 'upstairs note'],
  ],
  met: ['Amina', 'Write notes', ['Amina', 'meetings']],
  'meeting-wrong': ['Ruth', 'Something is wrong', ['Amina', 'met on 1 March: 3 people who use the service']],
  'proposal-suggest': ['Amina', 'Suggest a change', ['Amina', 'suggestions']],
  'proposal-yes-but': ['Ruth', 'Yes, but…', ['Amina', suggestion]],
  'proposal-no': ['Ruth', 'No, because…', ['Amina', suggestion]],
  'proposal-change': ['Ruth', 'Change the words', ['Amina', suggestion], ['Ruth', 'no 1 because it is too long']],
};

describe('a button that opens a form says so when it is drawn', () => {
  it.each(Object.keys(opening))('%s', async (action) => {
    const stage = await openStage({ start: monday });
    const [who, label, ...before] = opening[action] ?? ['Amina', ''];
    for (const [name, line] of before) await stage.type(name, line);
    expect(await stage.press(who, label)).toMatchObject({ kind: 'form' });
  });

  it('add-late', async () => {
    const stage = await openStage({ start: monday });
    await stage.type('Priya', 'ask "What shall we plant?"');
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    expect(await stage.press('Amina', 'Add a late answer')).toMatchObject({ kind: 'form' });
  });

  it('setup', async () => {
    const stage = await openStage({ start: monday });
    await letInto(stage);
    expect(await stage.press('Dev', 'Set up a huddle')).toMatchObject({ kind: 'form' });
  });

  it('in every message that there is, and no other button does', () => {
    // A draft goes out to checkers a day before a digest: its button is pressed in their own tests.
    const forms = new Set([...Object.keys(opening), 'add-late', 'setup', 'draft-mend']);
    const wrong = Object.entries(sampleDocuments({ name: 'Sam', words: 'the day room' })).flatMap(
      ([name, document]: [string, Document]) =>
        buttonsOf(document).flatMap(({ action, opens }) =>
          forms.has(action) === (opens === 'form') ? [] : [`${name}: ${action}`],
        ),
    );
    expect(wrong).toEqual([]);
  });
});

function letInto(stage: Stage) {
  return stage.act('Dev', { kind: 'added', where: { ...channel, channel: 'C2' } });
}
