import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { standingNow } from '../../src/domain/huddle.ts';
import type { MessageRef } from '../../src/domain/ids.ts';
import type { Reply } from '../../src/ports.ts';
import type { Options, Name, Stage } from './stage.ts';
import { closeStages, identityOf, openStage, personOf, said, teamsChannel, teamsOf, willow } from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const onTeams: Options = { on: 'teams' };
const aloneOnTeams: Options = { on: 'teams', direct: true };

function codeIn(reply: Reply): string {
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(said(reply))?.[0];
  if (code === undefined) throw new Error(`no code in: ${said(reply)}`);
  return code;
}

/** Amina asks in Slack, and types the code in Teams. */
async function link(stage: Stage, name: Name = 'Amina'): Promise<Reply> {
  return stage.type(name, `link ${codeIn(await stage.type(name, 'link'))}`, aloneOnTeams);
}

/** Willow in the Slack channel and in the Teams channel. */
async function inTwoPlaces(start = monday): Promise<Stage> {
  const stage = await openStage({ start });
  const code = codeIn(await stage.type('Priya', 'connect'));
  await stage.type('Jo', `connect ${code}`, onTeams);
  return stage;
}

const inTeams = (stage: Stage) => stage.teams.messages().filter(({ to }) => to === teamsChannel.channel);

describe('one person in two chats', () => {
  it('a code from one chat, typed in the other, makes the two accounts one person', async () => {
    const stage = await openStage({ start: monday });
    const given = await stage.type('Amina', 'link my accounts');
    expect(given.kind).toBe('private');
    expect(said(given)).toMatch(/^Your code is (\S{9})\. In the other chat, type: link \1\. It works for 10 minutes\./);
    expect('document' in given && given.document.summary).not.toContain(codeIn(given));
    const done = await stage.type('Amina', `link ${codeIn(given).toLowerCase().replace('-', ' ')}`, aloneOnTeams);
    expect(said(done)).toContain('Done. I know you in Slack and Teams now, and count you once.');
    expect(await stage.store.read.people.byIdentity(teamsOf('Amina'))).toMatchObject({ id: personOf('Amina') });
    expect(said(await stage.type('Amina', 'me', aloneOnTeams))).toContain('here is how you are set in Willow');
    const journal = await stage.store.read.journal.list(willow);
    expect(journal.at(-1)?.facts).toEqual({
      type: 'AccountLinked',
      at: monday,
      person: personOf('Amina'),
      platform: 'teams',
    });
  });

  it('the chat that I do not know yet may give the code, and then the one I know is asked first', async () => {
    const stage = await openStage({ start: monday });
    const code = codeIn(await stage.type('Amina', 'link', aloneOnTeams));
    const asked = said(await stage.type('Amina', `link ${code}`));
    expect(asked).toContain('This code comes from an account in Teams that is new to me. Is it yours?');
    expect(await stage.store.read.people.byIdentity(teamsOf('Amina'))).toBeNull();
    expect(said(await stage.press('Amina', 'Yes, that is me'))).toContain('Slack and Teams');
    expect(await stage.store.read.people.byIdentity(teamsOf('Amina'))).toMatchObject({ id: personOf('Amina') });
  });

  it('a code that someone else sent makes nobody into them without a yes', async () => {
    const stage = await openStage({ start: monday });
    const code = codeIn(await stage.type('Dev', 'link'));
    const asked = said(await stage.type('Priya', `link ${code}`));
    expect(asked).toContain('This code comes from Dev in Slack. Is that you?');
    expect(said(await stage.press('Priya', 'No'))).toContain('Nothing has changed.');
    expect(await stage.store.read.people.byIdentity(identityOf('Priya'))).toMatchObject({ id: personOf('Priya') });
  });

  it('a code works once, for ten minutes of the machine, however the rehearsal moves its clock', async () => {
    const stage = await openStage({ start: monday });
    stage.setWall('2030-01-01T00:00:00.000Z');
    const [first, second] = [codeIn(await stage.type('Amina', 'link')), codeIn(await stage.type('Amina', 'link'))];
    stage.setClock('2027-03-20T10:00:00.000Z');
    stage.setWall('2030-01-01T00:09:59.000Z');
    expect(said(await stage.type('Amina', `link ${first}`, aloneOnTeams))).toContain('Done.');
    const used = said(await stage.type('Dev', `link ${first}`, aloneOnTeams));
    expect(used).toBe('That code does not work now. Get a new one in the other chat, and type it here.');
    stage.setWall('2030-01-01T00:10:00.000Z');
    expect(said(await stage.type('Dev', `link ${second}`, aloneOnTeams))).toBe(used);
    expect(said(await stage.type('Dev', 'link K7QM-4RTP', aloneOnTeams))).toBe(used);
    const place = codeIn(await stage.type('Priya', 'connect'));
    expect(said(await stage.type('Dev', `link ${place}`, aloneOnTeams))).toBe(used);
  });

  it('five wrong tries in ten minutes are enough, and then not even the right code works', async () => {
    const stage = await openStage({ start: monday });
    const code = codeIn(await stage.type('Amina', 'link'));
    for (let n = 0; n < 5; n += 1) await stage.type('Amina', 'link K7QM-4RTP', aloneOnTeams);
    const refused = said(await stage.type('Amina', `link ${code}`, aloneOnTeams));
    expect(refused).toContain('Please wait 10 minutes');
    expect(said(await stage.type('Dev', `link ${code}`, aloneOnTeams))).toContain('Done.');
    stage.setWall('2027-03-01T10:11:00.000Z');
    const fresh = codeIn(await stage.type('Lena', 'link'));
    expect(said(await stage.type('Amina', `link ${fresh}`, aloneOnTeams))).toContain('Done.');
  });

  it('an act that arrives twice is answered the same', async () => {
    const stage = await openStage({ start: monday });
    const line = `link ${codeIn(await stage.type('Amina', 'link'))}`;
    const once = said(await stage.type('Amina', line, { ...aloneOnTeams, id: 'once' }));
    expect(said(await stage.type('Amina', line, { ...aloneOnTeams, id: 'once' }))).toBe(once);
  });

  it('a code typed where it was given links nothing, and two strangers are told how to begin', async () => {
    const stage = await openStage({ start: monday });
    const code = codeIn(await stage.type('Amina', 'link'));
    expect(said(await stage.type('Amina', `link ${code}`))).toBe(
      'That code is for your other chat. Please type it there.',
    );
    const strange = codeIn(await stage.type('Amina', 'link', aloneOnTeams));
    expect(said(await stage.type('Dev', `link ${strange}`, aloneOnTeams))).toContain('Join a huddle first.');
  });

  it('someone in two huddles is not asked which one they mean', async () => {
    const stage = await openStage({ start: monday });
    await stage.store.transact(async ({ huddles, members }) => {
      const huddle = await huddles.get(willow);
      const member = await members.get(willow, personOf('Amina'));
      if (huddle === null || member === null) throw new Error('no Willow');
      const oak = { ...huddle, id: 'oak' as typeof willow, name: 'Oak', version: 1 };
      await huddles.save(oak);
      await members.save({ ...member, huddle: oak.id });
    });
    expect(said(await stage.type('Amina', 'link', { direct: true }))).toContain('Your code is');
    expect(said(await stage.type('Amina', 'reach me', { direct: true }))).toContain('reach me in Slack');
    expect(said(await stage.type('Amina', 'promises', { direct: true }))).toContain('Which one do you mean?');
  });

  it('unlinked, the account stands alone and in no huddle, and nothing has moved', async () => {
    const stage = await openStage({ start: monday });
    await link(stage);
    await stage.type('Amina', 'reach me on Teams');
    expect(said(await stage.type('Amina', 'unlink', aloneOnTeams))).toContain('All that you did stays');
    expect(said(await stage.type('Amina', 'promises', aloneOnTeams))).toContain('There is no huddle here yet');
    const alone = await stage.store.read.people.byIdentity(teamsOf('Amina'));
    expect(await stage.store.read.huddles.ofPerson(alone?.id ?? personOf('Amina'))).toEqual([]);
    expect(await stage.store.read.people.get(personOf('Amina'))).toMatchObject({ name: 'Amina', reachOn: null });
    expect(said(await stage.type('Amina', 'unlink'))).toContain('not linked to another');
    await link(stage);
    expect(await stage.store.read.people.byIdentity(teamsOf('Amina'))).toMatchObject({ id: personOf('Amina') });
  });
});

describe('two people who turn out to be one', () => {
  /** Amina joined Willow in Slack, and once more in Teams, where she said that she is staff. */
  async function twice(start = monday): Promise<Stage> {
    const stage = await inTwoPlaces(start);
    await stage.type('Amina', 'join', onTeams);
    await stage.press('Priya', 'Invite Amina');
    await stage.type('Amina', 'join as Staff', onTeams);
    await stage.type('Amina', 'count me', onTeams);
    return stage;
  }

  it('are asked first, then counted once, in the group of the chat with the code', async () => {
    const stage = await twice();
    expect(await stage.store.read.members.of(willow)).toHaveLength(10);
    expect(said(await link(stage))).toContain('This code comes from Amina in Slack. Is that you?');
    const done = said(await stage.press('Amina', 'Yes, that is me', aloneOnTeams));
    expect(done).toContain('Had you picked 2 groups? Then the one from the chat with the code stays.');
    const members = await stage.store.read.members.of(willow);
    expect(members.filter(({ person }) => person === personOf('Amina'))).toHaveLength(1);
    expect(members).toHaveLength(9);
    expect(said(await stage.type('Amina', 'me', aloneOnTeams))).toContain('People who use the service');
    expect(said(await stage.type('Amina', 'me'))).toMatch(/Where I know you\W+Slack and Teams/);
  });

  it('have one answer, the newest, which stands in each thread once', async () => {
    const stage = await twice();
    await stage.type('Priya', 'ask "What would help?"');
    for (const options of [{}, onTeams]) {
      await stage.type('Amina', `answer ${'on' in options ? 'a later bus' : 'an early bus'}`, options);
      await stage.press('Amina', 'Yes, with my name', options);
      stage.setClock('2027-03-01T10:01:00.000Z');
    }
    await link(stage);
    await stage.press('Amina', 'Yes, that is me', aloneOnTeams);
    for (const texts of [stage.everywhere(), inTeams(stage).map(({ text }) => text)]) {
      expect(texts.filter((text) => text.includes('a later bus'))).toHaveLength(1);
      expect(texts.filter((text) => text.includes('an early bus'))).toEqual([]);
    }
    await stage.moveTo('2027-03-04T10:30:00.000Z');
    expect(stage.place().at(-1)).toContain('We heard from 1 of 9 people.');
  });

  it('are counted once and have one answer at the end, whatever they did in which order', async () => {
    const here: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
      link: async (stage) => {
        await link(stage);
        await stage.press('Amina', 'Yes, that is me', aloneOnTeams).catch(() => null);
      },
      'box in Slack': (stage) => answer(stage, {}),
      'box in Teams': (stage) => answer(stage, onTeams),
      'thread in Slack': (stage) => stage.say('Amina', 'a', { thread: stage.messageWith('What would help?') }),
      'thread in Teams': (stage) =>
        stage.say('Amina', 'b', { ...onTeams, thread: asked(stage), message: saidNow(stage) }),
      'skip in Slack': (stage) => stage.type('Amina', 'skip'),
      'later in Teams': (stage) => stage.type('Amina', 'ask me later', onTeams),
      'a break in Teams': (stage) => stage.type('Amina', 'pause', onTeams),
      'back in Slack': (stage) => stage.type('Amina', 'resume'),
    };
    const order = fc.shuffledSubarray(Object.keys(here), { minLength: 3 }).filter((acts) => acts.includes('link'));
    await fc.assert(
      fc.asyncProperty(order, async (acts) => {
        const stage = await twice();
        await stage.type('Priya', 'ask "What would help?"');
        for (const [minute, act] of acts.entries()) {
          stage.setClock(`2027-03-01T10:${String(minute + 10)}:00.000Z`);
          await here[act]?.(stage);
        }
        await stage.moveTo('2027-03-04T10:30:00.000Z');
        const round = (await stage.store.read.rounds.recent(willow, 1))[0];
        const answers = round === undefined ? [] : await stage.store.read.rounds.responses(round.id);
        const member = await stage.store.read.members.get(willow, personOf('Amina'));
        const isCounted = member !== null && standingNow(member).status === 'active';
        expect(answers.filter(({ person }) => person === personOf('Amina')).length).toBe(answers.length);
        expect(answers.length).toBeLessThanOrEqual(1);
        expect(round?.heard?.of).toBe(isCounted ? 9 : 8);
        expect(round?.heard?.people).toBe(isCounted && answers.some(({ answer: given }) => given !== null) ? 1 : 0);
        await closeStages();
      }),
      { numRuns: 40 },
    );
  });

  async function answer(stage: Stage, options: Options): Promise<void> {
    await stage.type('Amina', 'answer a bench', options);
    await stage.press('Amina', 'Yes, with my name', options).catch(() => null);
  }

  function asked(stage: Stage): MessageRef {
    const found = inTeams(stage).findLast(({ text }) => text.includes('What would help?'));
    return { ...teamsChannel, message: found?.id ?? '' };
  }

  function saidNow(stage: Stage): MessageRef {
    return { ...teamsChannel, message: `said at ${stage.now()}` };
  }
});

describe('where private notes go', () => {
  /** A note to Amina alone: Dev offers her a promise. */
  const offer = (stage: Stage, what: string) =>
    stage.type('Dev', `we will ${what} by 17 March, owner Amina, for Staff`);
  const notes = (stage: Stage) => ({
    slack: stage.notes('Amina').length,
    teams: stage.teams.messages().filter(({ to }) => to === teamsOf('Amina').user).length,
  });

  it('the first chat gets them until the person chooses another, by words or by a button', async () => {
    const stage = await openStage({ start: monday });
    await link(stage);
    await offer(stage, 'paint the hall');
    expect(notes(stage)).toEqual({ slack: 1, teams: 0 });
    expect(said(await stage.press('Amina', 'Send my notes to Teams', aloneOnTeams))).toContain('to Teams.');
    await offer(stage, 'paint the door');
    expect(notes(stage)).toEqual({ slack: 1, teams: 1 });
    expect(said(await stage.type('Amina', 'reach me here'))).toContain('to Slack.');
    await offer(stage, 'paint the wall');
    expect(notes(stage)).toEqual({ slack: 2, teams: 1 });
    expect(said(await stage.type('Amina', 'reach me in the web room'))).toContain('I do not know you in the web room');
  });

  it('a chat that refuses for good is passed over, and nobody is told that a note was lost', async () => {
    const stage = await openStage({ start: monday });
    await link(stage);
    await stage.type('Amina', 'reach me on Teams');
    stage.teams.weather(() => ({ refused: 'not-installed', forGood: true }));
    await offer(stage, 'paint the hall');
    expect(notes(stage)).toEqual({ slack: 1, teams: 0 });
    await stage.tick();
    expect(stage.notes('Priya')).toEqual([]);
  });

  it('a chat that is only slow is waited for', async () => {
    const stage = await openStage({ start: monday });
    await link(stage);
    await stage.type('Amina', 'reach me on Teams');
    stage.teams.weather((_delivery, attempt) => (attempt === 1 ? { refused: 'busy' } : 'fine'));
    await offer(stage, 'paint the hall');
    expect(notes(stage)).toEqual({ slack: 0, teams: 0 });
    await stage.moveTo('2027-03-01T10:05:00.000Z');
    expect(notes(stage)).toEqual({ slack: 0, teams: 1 });
  });

  it('a note that stands in one chat is changed there, and not posted anew in the other', async () => {
    const stage = await openStage({ start: monday });
    await link(stage);
    await offer(stage, 'paint the hall');
    await stage.type('Amina', 'reach me on Teams');
    const [before] = stage.notes('Amina');
    await stage.type('Amina', 'yes 1', aloneOnTeams);
    expect(notes(stage)).toEqual({ slack: 1, teams: 0 });
    expect(stage.notes('Amina')[0]).not.toBe(before);
  });
});

describe('one huddle in two places', () => {
  it('a code from a coordinator adds a place, and both places hear of it', async () => {
    const stage = await openStage({ start: monday });
    const given = await stage.type('Priya', 'connect');
    expect(given.kind).toBe('private');
    expect(said(given)).toContain('To add a place to Willow, type in that channel or group chat: connect ');
    const done = await stage.type('Jo', `connect ${codeIn(given)}`, onTeams);
    expect(said(done)).toBe('Done. This place now belongs to Willow.');
    expect(inTeams(stage).map(({ text }) => text)).toEqual([
      expect.stringContaining('This place now belongs to Willow.'),
    ]);
    expect(inTeams(stage)[0]?.text).toContain('In Willow already? Write to me: link.');
    expect(stage.place()).toEqual(['Willow now meets in one more place, in Teams. The same questions go to both.']);
    expect(await stage.store.read.huddles.places(willow)).toHaveLength(2);
  });

  it('only a coordinator gets a code, and it works only for as long as they are one', async () => {
    const stage = await openStage({ start: monday });
    expect(said(await stage.type('Dev', 'connect'))).toContain('Only a coordinator of Willow can do that.');
    const code = codeIn(await stage.type('Priya', 'connect'));
    await stage.store.transact(async ({ members }) => {
      const member = await members.get(willow, personOf('Priya'));
      if (member !== null) await members.save({ ...member, coordinator: false });
    });
    expect(said(await stage.type('Jo', `connect ${code}`, onTeams))).toContain('That code does not work now.');
  });

  it('a place with a huddle of its own is refused, and so is the same place twice, and a chat for one', async () => {
    const stage = await openStage({ start: monday });
    await stage.type('Jo', 'setup Oak, check-in Mondays at 10am', onTeams);
    const code = codeIn(await stage.type('Priya', 'connect'));
    expect(said(await stage.type('Dev', `connect ${code}`, onTeams))).toContain('a huddle of its own, Oak');
    expect(said(await stage.type('Dev', `connect ${code}`))).toContain('This place belongs to Willow already.');
    expect(said(await stage.type('Dev', `connect ${code}`, aloneOnTeams))).toContain('in the channel or group chat');
  });

  it('a code that is connected twice by the same act is answered the same, and nothing is told twice', async () => {
    const stage = await openStage({ start: monday });
    const line = `connect ${codeIn(await stage.type('Priya', 'connect'))}`;
    const once = said(await stage.type('Jo', line, { ...onTeams, id: 'once' }));
    expect(said(await stage.type('Jo', line, { ...onTeams, id: 'once' }))).toBe(once);
    expect(inTeams(stage)).toHaveLength(1);
  });

  it('each place gets the same question and the same digest, and there is one roster', async () => {
    const stage = await inTwoPlaces();
    await link(stage);
    await stage.type('Priya', 'ask "What would help?"');
    const asked = inTeams(stage).find(({ text }) => text.includes('What would help?'));
    expect(stage.place().some((text) => text.includes('What would help?'))).toBe(true);
    const thread = { ...teamsChannel, message: asked?.id ?? '' };
    const message = { ...teamsChannel, message: 'reply' };
    await stage.say('Amina', 'a bus', { on: 'teams', thread, message });
    await stage.say('Amina', 'a later bus', { thread: stage.messageWith('What would help?') });
    await stage.say('Dev', 'a bench', { thread: stage.messageWith('What would help?') });
    const round = (await stage.store.read.rounds.recent(willow, 1))[0];
    const answers = round === undefined ? [] : await stage.store.read.rounds.responses(round.id);
    expect(answers.map(({ answer }) => answer?.text).sort()).toEqual(['a bench', 'a later bus']);
    await stage.moveTo('2027-03-04T10:30:00.000Z');
    for (const texts of [stage.place(), inTeams(stage).map(({ text }) => text)])
      expect(texts.filter((text) => text.includes('We heard from 2 of 9 people.'))).toHaveLength(1);
    await stage.moveTo('2027-03-09T10:00:00.000Z');
    await stage.type('Priya', 'digest post');
    const [slack, teams] = [stage.everywhere(), inTeams(stage).map(({ text }) => text)].map((texts) =>
      texts.filter((text) => text.includes('we said, we did.') || text.includes('turns')),
    );
    expect(slack).toEqual(teams);
    expect(slack?.length).toBeGreaterThan(0);
  });

  it('a place that comes while a question is open gets it too, and its close', async () => {
    const stage = await openStage({ start: monday });
    await stage.type('Priya', 'ask "What would help?"');
    await stage.type('Jo', `connect ${codeIn(await stage.type('Priya', 'connect'))}`, onTeams);
    expect(inTeams(stage).map(({ text }) => text)).toEqual([
      expect.stringContaining('Hello everyone.'),
      expect.stringContaining('What would help?'),
    ]);
    await stage.moveTo('2027-03-04T10:30:00.000Z');
    expect(inTeams(stage).at(-1)?.text).toContain('We heard from 0 of 9 people.');
  });

  it('a late answer to a question that a new place never saw stays where it was asked', async () => {
    const stage = await openStage({ start: monday });
    await stage.type('Priya', 'ask "What would help?"');
    await stage.moveTo('2027-03-04T10:30:00.000Z');
    await stage.type('Jo', `connect ${codeIn(await stage.type('Priya', 'connect'))}`, onTeams);
    const form = await stage.press('Dev', 'Add a late answer');
    await stage.submit('Dev', form, { text: 'a bench', 'seen-by': 'named' });
    expect(stage.everywhere().some((text) => text.includes('a bench'))).toBe(true);
    expect(inTeams(stage)).toHaveLength(1);
  });

  it('a place is taken out by a coordinator in it, gets a last word and nothing more; the last one stays', async () => {
    const stage = await inTwoPlaces();
    expect(said(await stage.type('Dev', 'disconnect', onTeams))).toContain('You are not in Willow yet');
    await link(stage, 'Priya');
    expect(said(await stage.type('Priya', 'disconnect', aloneOnTeams))).toContain('in the channel or group chat');
    expect(said(await stage.type('Priya', 'disconnect', onTeams))).toContain('Willow does not meet here any more.');
    expect(inTeams(stage).at(-1)?.text).toBe('Willow does not meet here any more. I post nothing new here.');
    await stage.type('Priya', 'ask "What would help?"');
    expect(inTeams(stage).at(-1)?.text).toContain('does not meet here');
    expect(said(await stage.type('Priya', 'disconnect'))).toContain('the only place of Willow');
    const types = (await stage.store.read.journal.list(willow)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['PlaceConnected', 'PlaceDisconnected']));
  });

  it('what waits for a place that is taken out is not posted there', async () => {
    const stage = await inTwoPlaces();
    await link(stage, 'Priya');
    stage.teams.weather((_delivery, attempt) => (attempt < 2 ? { refused: 'busy' } : 'fine'));
    await stage.type('Dev', 'we will paint the hall by 17 March, for Staff');
    stage.teams.weather(() => 'fine');
    await stage.type('Priya', 'disconnect', onTeams);
    await stage.moveTo('2027-03-01T12:00:00.000Z');
    expect(inTeams(stage).some(({ text }) => text.includes('paint the hall'))).toBe(false);
  });
});

describe('names in two places', () => {
  it('a member is found by name from either place, and by mention where they are linked', async () => {
    const stage = await inTwoPlaces();
    await link(stage);
    await link(stage, 'Dev');
    const byName = said(await stage.type('Dev', 'we will paint the hall by 17 March, owner Ruth, for Staff', onTeams));
    expect(byName).toContain('Ruth');
    const mention = `<@${teamsOf('Amina').user}>`;
    const reply = said(
      await stage.type('Dev', `we will paint the door by 17 March, owner ${mention}, for Staff`, onTeams),
    );
    expect(reply).toContain('Amina');
    expect((await stage.store.read.promises.get(willow, 2))?.owners).toEqual([personOf('Amina')]);
  });

  it('a name that a member and an account not linked yet share means the member', async () => {
    const stage = await inTwoPlaces();
    await link(stage, 'Priya');
    expect(said(await stage.type('Priya', 'people coordinator Ruth', onTeams))).toContain(
      'Ruth is now a coordinator too',
    );
    expect(await stage.store.read.members.get(willow, personOf('Ruth'))).toMatchObject({ coordinator: true });
    expect(await stage.store.read.members.of(willow)).toHaveLength(9);
  });

  it('people of the Slack channel are found from a chat in Teams, where Willow meets in Slack alone', async () => {
    const left = { from: monday, status: 'left', counted: false, group: null, also: null } as const;
    const stage = await openStage({ start: monday, members: { Lena: { standings: [left] } } });
    await link(stage, 'Priya');
    const reply = said(await stage.type('Priya', 'people Lena', aloneOnTeams));
    expect(reply).toContain('I will send a private note to Lena.');
  });
});
