import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/registry.ts';
import type { Form } from '../../src/messages/document.ts';
import type { FormValues, Reply } from '../../src/ports.ts';
import type { NoteKind } from '../../src/ports-outbox.ts';
import { buttonsOf, closeStages, everyone, openStage, said, userOf, type Name, type Stage } from './stage.ts';

const folders: string[] = [];
afterEach(async () => {
  await closeStages();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const monday = '2027-03-01T10:00:00.000Z';
/** Stands in everything that anybody types below, and in nothing else. */
const marker = /zebra/i;

/** A line of each command, with all that people may add to it; `as` is who may say it. */
const lines: Readonly<
  Record<string, { readonly as: Name; readonly line: string; readonly shows?: readonly NoteKind[] }>
> = {
  answer: { as: 'Amina', line: 'answer the zebra was broken again' },
  skip: { as: 'Amina', line: 'skip' },
  'ask me later': { as: 'Amina', line: 'ask me later' },
  ask: { as: 'Priya', line: 'ask "What about the zebra garden?"', shows: ['prompt'] },
  answers: { as: 'Priya', line: 'answers' },
  'we will': { as: 'Ruth', line: 'we will paint the zebra room by 17 March', shows: ['promise-made'] },
  promises: { as: 'Jo', line: 'promises' },
  did: { as: 'Ruth', line: 'did 1 see the zebra photo', shows: ['promise-claimed'] },
  yes: { as: 'Amina', line: 'yes 2 but the zebra sign fell', shows: ['promise-claimed'] },
  'not yet': { as: 'Amina', line: 'not yet 2 because of the zebra ward', shows: ['promise-claimed'] },
  no: { as: 'Amina', line: 'no 3 because zebra time is too late', shows: ['promise-suggestion', 'promise-settled'] },
  'could not': { as: 'Ruth', line: 'could not 1 because no zebra money', shows: [] },
  change: { as: 'Ruth', line: 'change 1 to meet the zebra, by 3 April', shows: ['promise-suggestion'] },
  drop: { as: 'Ruth', line: 'drop 1', shows: ['promise-suggestion'] },
  suggest: { as: 'Ruth', line: 'suggest money: a zebra fund', shows: ['proposal'] },
  suggestions: { as: 'Jo', line: 'suggestions' },
  withdraw: { as: 'Ruth', line: 'withdraw 7', shows: ['proposal'] },
  purpose: { as: 'Ruth', line: 'purpose: a zebra for all', shows: ['proposal'] },
  values: { as: 'Ruth', line: 'values: zebras; kindness; rest', shows: ['proposal'] },
  rules: { as: 'Jo', line: 'rules zebras' },
  agreement: { as: 'Jo', line: 'agreement' },
  sign: { as: 'Jo', line: 'sign', shows: [] },
  set: { as: 'Priya', line: 'set goals: more zebras', shows: ['proposal'] },
  'pick up': { as: 'Ruth', line: 'pick up 4', shows: ['promise-pick-up'] },
  'find someone for': { as: 'Ruth', line: 'find someone for 1', shows: ['promise-pick-up'] },
  correct: { as: 'Ruth', line: 'correct 1 to paint the zebra hall, by 18 March', shows: ['promise-made'] },
  undo: { as: 'Ruth', line: 'undo 1', shows: ['promise-made'] },
  idea: { as: 'Amina', line: 'idea a zebra in the garden' },
  ideas: { as: 'Jo', line: 'ideas' },
  'take up idea': {
    as: 'Ruth',
    line: 'take up idea 1: we will tame the zebra by 17 March',
    shows: ['promise-made'],
  },
  met: { as: 'Priya', line: 'met: 3 staff; idea: a zebra', shows: ['meeting'] },
  meetings: { as: 'Amina', line: 'meetings 1 is wrong because of the zebra', shows: ['meeting'] },
  questions: { as: 'Jo', line: 'questions' },
  'question add': { as: 'Amina', line: 'question add "How is the zebra bench?"' },
  'question veto': { as: 'Amina', line: 'question veto 101' },
  'question allow': { as: 'Lena', line: 'question allow 102' },
  'question reword': { as: 'Lena', line: 'question reword 101 to How is our zebra?' },
  'half as often': { as: 'Priya', line: 'half as often' },
  decision: {
    as: 'Ruth',
    line: 'decision a zebra for all, final say together, rung asked, lived experience: zebras help',
    shows: ['decision'],
  },
  decisions: { as: 'Jo', line: 'decisions' },
  'yes to decision': { as: 'Amina', line: 'yes to decision 1', shows: ['decision'] },
  'correct decision': { as: 'Ruth', line: 'correct decision 1 to a zebra for most', shows: ['decision'] },
  upstairs: { as: 'Amina', line: 'upstairs a zebra crossing by the gate', shows: ['upstairs'] },
  'upstairs answer': {
    as: 'Priya',
    line: 'upstairs answer 1 no because zebras cost a lot',
    shows: ['upstairs', 'upstairs-answer'],
  },
  'upstairs mend': { as: 'Priya', line: 'upstairs mend 1 to 2 more zebras', shows: ['upstairs'] },
  'upstairs take back': { as: 'Ruth', line: 'upstairs take back 1', shows: ['upstairs'] },
  steps: { as: 'Jo', line: 'steps' },
  'steps next': { as: 'Priya', line: 'steps next' },
  'steps questions': { as: 'Jo', line: 'steps questions' },
  'steps ask': { as: 'Priya', line: 'steps ask everyone', shows: [] },
  'upstairs note': { as: 'Priya', line: 'upstairs note', shows: [] },
  report: { as: 'Priya', line: 'report share', shows: ['proposal'] },
  'report read': { as: 'Amina', line: 'report read' },
  'settings sponsor': { as: 'Priya', line: 'settings sponsor Zebra House' },
  roles: { as: 'Jo', line: 'roles' },
  take: { as: 'Jo', line: 'take zebra watch', shows: ['role-moved'] },
  hand: { as: 'Dev', line: 'hand zebra care to Ruth', shows: [] },
  'stand in for': { as: 'Jo', line: 'stand in for zebra care', shows: [] },
  'stop standing in for': { as: 'Jo', line: 'stop standing in for zebra care', shows: [] },
  'put down': { as: 'Dev', line: 'put down zebra care', shows: ['role-moved'] },
  who: { as: 'Amina', line: 'who' },
  measures: { as: 'Priya', line: 'measures last week' },
  nudge: { as: 'Amina', line: 'nudge show together', shows: [] },
  join: { as: 'Amina', line: 'join as Staff' },
  'no thanks': { as: 'Amina', line: 'no thanks' },
  me: { as: 'Amina', line: 'me name Zebra Amina' },
  pause: { as: 'Amina', line: 'pause' },
  resume: { as: 'Amina', line: 'resume' },
  'count me': { as: 'Amina', line: 'count me' },
  'stop counting': { as: 'Amina', line: 'stop counting' },
  'as before': { as: 'Amina', line: 'as before' },
  'quote me': { as: 'Amina', line: 'quote me' },
  'do not quote me': { as: 'Amina', line: 'do not quote me' },
  'photos yes': { as: 'Amina', line: 'photos yes' },
  'photos no': { as: 'Amina', line: 'photos no' },
  leave: { as: 'Amina', line: 'leave' },
  stop: { as: 'Amina', line: 'stop' },
  setup: { as: 'Amina', line: 'setup Zebra, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London' },
  away: { as: 'Priya', line: 'away until 20 March, Ruth covers' },
  back: { as: 'Priya', line: 'back' },
  'stand in': { as: 'Ruth', line: 'stand in' },
  'do not stand in': { as: 'Ruth', line: 'do not stand in' },
  people: { as: 'Priya', line: 'people Zebra Sam' },
  schedule: { as: 'Priya', line: 'schedule Thursdays at 2pm' },
  settings: { as: 'Priya', line: 'settings add group Zebra keepers with staff' },
  link: { as: 'Amina', line: 'link' },
  unlink: { as: 'Amina', line: 'unlink' },
  'reach me': { as: 'Amina', line: 'reach me here' },
  guest: { as: 'Priya', line: 'guest Zebra Sam' },
  guests: { as: 'Priya', line: 'guests' },
  print: { as: 'Priya', line: 'print' },
  safe: { as: 'Amina', line: 'safe' },
  worried: { as: 'Amina', line: 'worried about someone' },
  'my data': { as: 'Amina', line: 'my data' },
  'forget me': { as: 'Amina', line: 'forget me' },
  // Of someone whom no message names: their messages change, which is the one thing that others see of it.
  'yes, forget me': { as: 'Jo', line: 'yes, forget me' },
  fix: { as: 'Amina', line: 'fix' },
  'who sees': { as: 'Amina', line: 'who sees' },
  complain: { as: 'Amina', line: 'complain' },
  'what changed': { as: 'Amina', line: 'what changed' },
  'settings complaints contact': { as: 'Priya', line: 'settings complaints contact Zebra House' },
  'settings safety': { as: 'Priya', line: 'settings safety' },
  'settings safeguarding contact': { as: 'Priya', line: 'settings safeguarding contact Zebra House' },
  'settings local help': { as: 'Priya', line: 'settings local help The zebra team' },
  'settings numbers': { as: 'Priya', line: 'settings numbers talk Call the zebra line' },
  'settings safeguarding lead': { as: 'Priya', line: 'settings safeguarding lead Ruth, in zebra hours' },
  'be safeguarding lead': { as: 'Ruth', line: 'be safeguarding lead' },
  'not safeguarding lead': { as: 'Ruth', line: 'not safeguarding lead' },
  ready: { as: 'Priya', line: 'ready' },
  'settings care': { as: 'Priya', line: 'settings care no' },
  'settings data contact': { as: 'Priya', line: 'settings data contact Zebra House' },
  connect: { as: 'Priya', line: 'connect' },
  disconnect: { as: 'Priya', line: 'disconnect' },
  'settings checkers': { as: 'Priya', line: 'settings checkers Amina and Priya, stand-in Dev' },
  'be a checker': { as: 'Amina', line: 'be a checker' },
  'not a checker': { as: 'Amina', line: 'not a checker' },
  checked: { as: 'Amina', line: 'checked' },
  'cannot check': { as: 'Amina', line: 'cannot check' },
  mend: { as: 'Amina', line: 'mend hide 3' },
  digest: { as: 'Priya', line: 'digest preview' },
  help: { as: 'Amina', line: 'help' },
  home: { as: 'Amina', line: 'home' },
};

/** Willow with a question, four promises at different stages and a role, all of them full of zebras. */
async function livelyWillow(url?: string): Promise<Stage> {
  const start = '2027-02-22T10:00:00.000Z';
  const stage = await openStage({ start, ...(url === undefined ? {} : { url }) });
  await stage.type('Ruth', 'we will feed the zebra by 17 March');
  await stage.type('Ruth', 'we will groom the zebra by 17 March');
  await stage.type('Ruth', 'did 2 zebra photo');
  await stage.type('Ruth', 'we will walk the zebra by 17 March');
  await stage.type('Ruth', 'change 3 to ride the zebra, by 18 March');
  await stage.type('Tomos', 'we will draw the zebra by 22 February');
  await stage.type('Lena', 'idea a zebra bench');
  await stage.type('Priya', 'met: 3 staff; promise: we will see the zebra by 17 March');
  await stage.type('Lena', 'question add "What does a zebra need?"');
  await stage.type('Jo', 'question add "What does the zebra eat?"');
  await stage.type('Lena', 'question veto 102');
  await stage.type('Dev', 'take zebra care');
  await sayYes(stage, 'Dev');
  await stage.moveTo('2027-03-02T10:30:00.000Z');
  await stage.type('Ruth', 'decision one zebra for the hall, final say mostly staff, rung told');
  await stage.type('Ruth', 'upstairs a zebra of our own');
  await stage.type('Priya', 'ask "How is the zebra?"');
  await stage.type('Ruth', 'we will dust the zebra by 17 March');
  await stage.type('Graham', 'suggest dates: the zebra starts in March');
  await stage.type('Ruth', "suggest rules photos: the zebra's own");
  return stage;
}

/** A new role, or a set-up, asks "is that right?" first. */
async function sayYes(stage: Stage, name: Name): Promise<void> {
  await stage.press(name, 'Yes, make it a role').catch(() => null);
}

describe('what a member types is told to nobody but those whom the command is for', () => {
  it('there is a line here for every command', () => {
    expect(Object.keys(lines).sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it.each(commands.map((spec) => [spec.name, spec] as const))('%s', async (name, spec) => {
    const stage = await livelyWillow();
    const { as, line, shows = [] } = lines[name] ?? { as: 'Amina', line: '' };
    // Some only mean something after another.
    if (name === 'undo') await stage.type('Ruth', 'correct 5 to dust the zebra twice, by 18 March');
    const before = stage.platform.tries.length;
    const text = ['undo', 'correct'].includes(name) ? line.replace(' 1', ' 5') : line;
    const reply = await stage.type(as, text);
    if (name === 'take') await sayYes(stage, as);
    expect(said(reply)).not.toBe('');
    expect(['private', 'form', 'invalid']).toContain(reply.kind);
    const toPlaces = stage.platform.tries.slice(before).filter(({ to }) => 'channel' in to);
    const kinds = toPlaces.map(({ id }) => id.split(' ')[0]);
    if (spec.shown === 'private') expect(kinds).toEqual([]);
    expect([...new Set(kinds)].sort()).toEqual(
      [...new Set(kinds)].filter((kind) => shows.includes(kind as NoteKind)).sort(),
    );
  });

  it.each(Object.entries(lines).filter(([, { shows }]) => shows !== undefined && shows.length > 0))(
    'and a public one is heard of: %s',
    async (name, { as, line, shows }) => {
      const stage = await livelyWillow();
      if (name === 'undo') await stage.type('Ruth', 'correct 5 to dust the zebra twice, by 18 March');
      const before = stage.platform.tries.length;
      stage.setClock(name === 'ask' ? '2027-03-03T10:00:00.000Z' : stage.now());
      await stage.type(as, ['undo', 'correct'].includes(name) ? line.replace(' 1', ' 5') : line);
      if (name === 'take') await sayYes(stage, as);
      const kinds = stage.platform.tries
        .slice(before)
        .flatMap(({ to, id }) => ('channel' in to ? [id.split(' ')[0]] : []));
      expect(kinds.length).toBeGreaterThan(0);
      for (const kind of kinds) expect(shows).toContain(kind);
    },
  );

  it('what would tell others something about a person changes nothing in the place', async () => {
    for (const line of [
      'join as Carers',
      'me group Carers',
      'pause',
      'resume',
      'stop counting',
      'count me',
      'who',
      'stop',
      'leave',
    ]) {
      const stage = await livelyWillow();
      await stage.tick();
      const before = stage.platform.tries.length;
      await stage.type('Amina', line);
      await stage.tick();
      const toOthers = stage.platform.tries
        .slice(before)
        // That few are left of the using side is told to the coordinators, by numbers alone.
        .filter(({ to, id }) => !id.startsWith('using-side-few') && (!('user' in to) || to.user !== userOf('Amina')));
      expect(toOthers, line).toEqual([]);
    }
  });
});

/** Types and presses everything there is, for three weeks. */
async function liveWithZebras(stage: Stage): Promise<void> {
  for (const { as, line } of Object.values(lines)) {
    if (['leave', 'stop', 'pause', 'no thanks'].includes(line)) continue;
    await answerForms(stage, as, await stage.type(as, line));
    await stage.type(as, line, { direct: true });
  }
  const place = stage.messageWith('Why we ask');
  const { message } = await stage.say('Dev', 'the zebra ate it', { thread: place });
  await stage.edit('Dev', message, 'the zebra ate all of it');
  await stage.say('Jo', 'the zebra', { thread: place, files: 1 });
  const gone = await stage.say('Jo', 'a second zebra', { thread: place });
  await stage.delete('Jo', gone.message, place);
  await stage.say('Lena', 'zebra talk that is not for the bot');
  await stage.say('Lena', 'zebra crossings are fine', { mentionsBot: true });
  for (const label of ['Answer in private', 'Answer to everyone'])
    await answerForms(stage, 'Lena', await stage.press('Lena', label));
  await stage.type('Graham', 'answer no zebra at all');
  await stage.press('Graham', 'Yes, with no name');
  for (const form of ['Not yet, without my name', 'Change it', "Can't do it"])
    await stage.press('Amina', form).then(
      (reply) => answerForms(stage, 'Amina', reply),
      () => null,
    );
  await stage.type('Priya', 'settings purpose a zebra for all');
  await stage.type('Priya', 'settings rename group Staff to Zebra staff');
  await stage.type('Priya', `people <@${userOf('Tomos')}>, Zebra Ali`);
  await stage.moveTo('2027-03-20T10:00:00.000Z');
  await stage.type('Priya', 'digest post');
  await stage.type('Amina', 'leave');
}

async function answerForms(stage: Stage, name: Name, reply: Reply): Promise<void> {
  if (reply.kind !== 'form') return;
  await stage.submit(name, reply, zebrasFor(reply.form)).catch(() => null);
}

function zebrasFor({ fields }: Form): FormValues {
  return Object.fromEntries<string | readonly string[]>(
    fields.map((field): [string, string | readonly string[]] => {
      if (field.kind === 'choice') return [field.name, field.options[0]?.value ?? ''];
      if (field.kind === 'date') return [field.name, '2027-03-17'];
      return field.kind === 'people' ? [field.name, [userOf('Dev')]] : [field.name, 'a zebra of one’s own'];
    }),
  );
}

describe('the fear: words stand where they cannot be wiped', () => {
  it('the journal, the outbox, the timers, stored outcomes, turns and the log hold no word and no name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wesaid-privacy-'));
    folders.push(folder);
    const file = join(folder, 'wesaid.db');
    const stage = await livelyWillow(`sqlite:${file}`);
    await liveWithZebras(stage);
    const { logged } = stage;
    await closeStages();

    const database = new Database(file, { readonly: true });
    const rowsOf = (table: string) => database.prepare(`select * from ${table}`).all();
    // They were typed, and they do stand where they belong.
    for (const table of [
      'promises',
      'proposals',
      'ideas',
      'meetings',
      'decisions',
      'asks',
      'responses',
      'rounds',
      'roles',
      'huddles',
      'people',
    ])
      expect(JSON.stringify(rowsOf(table)), table).toMatch(marker);
    const names = new RegExp([...Object.keys(everyone), 'Sam', 'Ali'].map((name) => `\\b${name}\\b`).join('|'));
    for (const table of ['journal', 'outbox', 'timers', 'interactions', 'utterances', 'places', 'facts']) {
      const rows = rowsOf(table);
      if (table !== 'facts') expect(rows.length, table).toBeGreaterThan(0);
      for (const row of rows) {
        expect(JSON.stringify(row), table).not.toMatch(marker);
        expect(JSON.stringify(row), table).not.toMatch(names);
      }
    }
    database.close();
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    expect(JSON.stringify(logged)).not.toMatch(marker);
    expect(JSON.stringify(logged)).not.toMatch(names);
  });
});

describe('what a lock screen shows', () => {
  it('of a note or a reply to one person is none of their own words and not their group', async () => {
    const stage = await livelyWillow();
    await stage.press('Amina', 'Ask me later');
    const replies = [
      await stage.type('Amina', 'answer the zebra was broken'),
      await stage.press('Amina', 'Yes, with my name'),
      await stage.type('Amina', 'me'),
    ];
    await stage.moveTo('2027-03-04T10:30:00.000Z');
    const summaries = replies.flatMap((reply) => ('document' in reply ? [reply.document.summary] : []));
    for (const summary of summaries) {
      expect(summary).not.toMatch(/zebra was broken|People who use the service/);
    }
  });
});

describe('what people type never acts', () => {
  it('a mention, a link and markup in words stay text in what is shown', async () => {
    const stage = await openStage({ start: monday });
    await stage.type('Priya', 'ask "What now?"');
    await stage.type('Dev', 'answer <!channel> @everyone *loud* <https://evil.example|click>');
    await stage.press('Dev', 'Yes, with my name');
    const shown = stage.platform.messages().at(-1)?.document.blocks;
    expect(shown).toEqual([
      { kind: 'quote', text: '<!channel> @everyone *loud* <https://evil.example|click>', from: 'Dev' },
    ]);
  });

  it('no button of a message shows what was typed to everyone else', async () => {
    const stage = await livelyWillow();
    await liveWithZebras(stage);
    const inPlace = stage.platform.messages().filter(({ to }) => to === 'C1');
    for (const { document } of inPlace)
      for (const { subject } of buttonsOf(document)) expect(subject).not.toMatch(marker);
  });
});
