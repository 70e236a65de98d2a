import type { Idea } from '../../src/domain/idea.ts';
import type { GroupKey } from '../../src/domain/ids.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { ideaQuestion, ideaSaved, ideasMessage, takeUpQuestion, whichIdea } from '../../src/messages/ideas.ts';
import { now, sampleHuddle, type Written } from './sample-facts.ts';

/** Messages about ideas. */
export function aboutIdeas(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const ideas = [1, 2, 3, 4, 5].map((number) => sampleIdea(written, number));
  const shown = ideas.map((idea) => ({ idea, takenUp: idea.number < 3 }));
  return {
    ideas: ideasMessage({ huddle, ideas: shown, older: 2 }),
    'ideas, none': ideasMessage({ huddle, ideas: [], older: null }),
    'idea saved': ideaSaved(huddle, sampleIdea(written, 1)),
    'idea, in words': ideaQuestion(huddle).document,
    'idea to take up, in words': takeUpQuestion(huddle, sampleIdea(written, 1), noneFilled).document,
    'which idea': whichIdea(),
  };
}

export function ideaForms(written: Written): Readonly<Record<string, Form>> {
  const huddle = sampleHuddle(written);
  return {
    idea: ideaQuestion(huddle).form,
    'idea to take up': takeUpQuestion(huddle, sampleIdea(written, 1), noneFilled).form,
  };
}

const noneFilled = { filled: { what: null, due: '2027-03-17', forSide: null, owners: [] }, why: null };

function sampleIdea(written: Written, number: number): Idea {
  return {
    huddle: sampleHuddle(written).id,
    number,
    text: number === 1 ? null : written.words,
    raisedBy: null,
    group: 'staff' as GroupKey,
    side: 'running',
    raisedAt: now,
    fromMeeting: false,
    takenUp: number < 3 ? { promise: number + 10, at: now } : null,
    version: 1,
  };
}
