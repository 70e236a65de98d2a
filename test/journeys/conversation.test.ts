import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedEvent, deletedEvent, mentionEvent, messageEvent, type Said } from '../support/slack-payloads.ts';
import { seenIn } from '../support/slack-stand-in.ts';
import { buttonsOf, type Json, type Modal } from '../support/slack-world.ts';
import { channel, idOf, runInSlack, type SlackRunning } from './slack-running.ts';
import { stageOf } from './slack-stage.ts';
import { names, setUpWillow, theOne, type Name, type Stage } from './stage.ts';

/*
 * One week of talk, worked out by hand. Q is the thread of Monday's question, C that of the line that says it has closed;
 * times are UTC. A turn: same speaker, same thread, nobody else between, less than 10 minutes since the last. On Sunday
 * 28 March 2027 the clocks in London go forward at 01:00, so the week ends at 23:00.
 *
 *   Monday 22 March                                              turns
 *   12:00:00  Amina in Q (Slack sends it three times)            Amina 1
 *   12:01:30  Ruth in Q (arrives an hour and a half late)        Ruth 1
 *   12:03:00  Amina in Q, Ruth was between                       Amina 2
 *   12:05:00  Ruth in Q, Amina was between                       Ruth 2
 *   12:06:00  Amina in Q, Ruth was between                       Amina 3
 *   12:20:00  Amina in Q after 14 minutes (put right at 12:21)   Amina 4
 *   12:22:00  Dev in Q, taken back at 12:24                      -
 *   12:23:00  Amina in Q, 3 minutes on, nobody between any more  -
 *   12:30:00  another bot, in Q                                  -
 *   12:31:00  Lena in Q, a picture with words                    Lena 1
 *   12:45:00  Lena in Q, a picture without words                 Lena 2
 *   13:00:00  Tomos and Graham in Q, at the same time            Tomos 1, Graham 1
 *   13:10:00  Priya in Q names WeSaid: it comes as both events   Priya 1
 *   13:12:00  Priya in Q asks WeSaid "who": a command            -
 *   14:00:00  Dev in Q, shown in the channel too                 Dev 1
 *   14:30:00  Ellis in Q, but Slack tells of its end first       -
 *   15:00:00  Tomos in Q                                         Tomos 2
 *   15:10:00  Tomos in Q, 10 minutes on                          Tomos 3
 *   15:19:59  Tomos in Q, a second less than that                -
 *   16:00:00  Jo in the answer form (put right at 16:05)         Jo 1
 *   16:10:00  Ellis writes to WeSaid alone, and saves nothing    -
 *   16:20:00  Ellis skips                                        -
 *             other threads, loose talk, a guest, joins, topics, links, reactions, kinds nobody knows   -
 *   Thursday 25 March
 *   12:00:00  Lena in C                                          Lena 3
 *   12:01:00  Lena in Q: another thread                          Lena 4
 *   Sunday 28 March
 *   00:59:00  Priya in Q, before the clocks change               Priya 2
 *   01:01:00  Priya in Q, 2 minutes on by any clock              -
 *   22:30:00  Dev in Q, half past eleven at night in London      Dev 2
 *   23:10:00  Graham in Q, Monday by then                        - (the week after)
 */
const turnsOf: Readonly<Record<Name, number>> = {
  Amina: 4,
  Dev: 2,
  Ellis: 0,
  Ruth: 2,
  Graham: 1,
  Priya: 2,
  Tomos: 3,
  Lena: 4,
  Jo: 1,
};
/** 4 + 2 + 0 for those who use the service, 2 + 1 + 2 for staff, 3 + 4 + 1 for artists: 19, so level is 6 and a third. */
const byLine = { using: 6, staff: 5, artists: 8, all: 19, level: 6 };

/** One word from each thing that is not ours to keep, or not any more. */
const notOurs = ['zebrawood', 'quillfeather', 'marmoset', 'ocelot', 'tamarind', 'nightjar', 'peregrine', 'pollbot'];
/** The word that Amina's answer ends with: it is kept, so looking for words in the file finds those that are there. */
const kept = 'lighthouse';

describe('a week of talk in Slack', { timeout: 180_000 }, () => {
  let running: SlackRunning;
  let stage: Stage;
  let payloads: number;

  beforeAll(async () => {
    running = await runInSlack();
    stage = stageOf(running);
    payloads = await aWeekOfTalk(running, stage);
    await running.moveTo('2027-03-30T08:01:00Z');
  }, 180_000);
  afterAll(() => running.close());

  it('is told by Slack in more than 40 payloads', () => {
    expect(payloads).toBeGreaterThan(40);
  });

  it('the question closes with all but the one who skipped', async () => {
    expect(theOne(await stage.room(), 'has closed')).toContain('We heard from 8 of 9 people.');
  });

  it('the digest says how many we heard from, as counted by hand', async () => {
    expect(theOne(await stage.room(), 'Monday 22 March to Sunday 28 March')).toContain('We heard from 8 of 9 people.');
  });

  it('its thread says the turns of each line, as counted by hand', async () => {
    const thread = (await stage.thread('Monday 22 March to Sunday 28 March')).join('\n');
    expect(thread).toContain(`${String(byLine.all)} turns`);
    expect(thread).toContain(`People who use the service (3 people): ${String(byLine.using)}.`);
    expect(thread).toContain(`Staff (3): ${String(byLine.staff)}.`);
    expect(thread).toContain(`Artists (3): ${String(byLine.artists)}.`);
    expect(thread).toContain(`Level would be about ${String(byLine.level)} each. About level for all.`);
  });

  it('each person alone hears their own count', async () => {
    for (const name of names) {
      const turns = turnsOf[name];
      const said = `You had ${String(turns)} ${turns === 1 ? 'turn' : 'turns'} from Monday 22 March to Sunday 28 March.`;
      expect(await stage.type(name, 'who'), name).toContain(said);
    }
  });

  it('nothing that was said elsewhere, or taken back before it came, is anywhere in the files or the log', async () => {
    await running.program().stop();
    const bytes = await allBytes(running.folder.path);
    const found = (text: string) => [...notOurs, kept].filter((word) => text.includes(word));
    expect(found(bytes)).toEqual([kept]);
    expect(found(running.program().lines.join('\n').toLowerCase())).toEqual([]);
  });
});

/** Everything in the database's folder as one text, in lower case. */
async function allBytes(folder: string): Promise<string> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
  return texts.join('\n').toLowerCase();
}

/** Plays the table above; gives how many payloads the program was sent in that week. */
async function aWeekOfTalk(running: SlackRunning, stage: Stage): Promise<number> {
  const { slack } = running;
  await running.reset('2027-03-19T09:00:00Z');
  await setUpWillow(stage);
  await running.moveTo('2027-03-22T10:05:00Z');
  const { tell, say, counted } = teller(running);
  const threadOf = (words: string) => running.messages().findLast((shown) => seenIn(shown).includes(words))?.ts ?? '';
  const Q = threadOf("This week's question");
  const monday = (time: string) => `2027-03-22T${time}Z`;

  const first = await say('Amina', monday('12:00:00'), 'The sign outside', { thread: Q, eventId: 'Ev0AMINA1' });
  await tell(messageEvent(slack.world, first), { eventId: 'Ev0AMINA1', retry: 1 });
  await tell(messageEvent(slack.world, first), { eventId: 'Ev0AMINA1', retry: 2 });
  const second = await say('Amina', monday('12:03:00'), 'and the door', { thread: Q });
  await say('Ruth', monday('12:05:00'), 'The door sticks', { thread: Q });
  await say('Amina', monday('12:06:00'), 'Yes it does', { thread: Q });
  const third = await say('Amina', monday('12:20:00'), 'And the lihgts', { thread: Q });
  await tell(edit(running, third, { text: 'And the lights', at: monday('12:21:00') }));
  const slip = await say('Dev', monday('12:22:00'), 'Sorry, wrong place', { thread: Q });
  await say('Amina', monday('12:23:00'), `All of the ${kept}`, { thread: Q });
  await tell(gone(running, slip, { at: monday('12:24:00') }));
  await tell(await recorded('other-bot-message', { at: monday('12:30:00'), thread: Q, text: 'Pollbot: how was it?' }));
  await say('Lena', monday('12:31:00'), 'My drawing of it', { thread: Q, files: ['drawing.jpg'] });
  await say('Lena', monday('12:45:00'), '', { thread: Q, files: ['drawing-2.jpg'] });
  await Promise.all([
    say('Tomos', monday('13:00:00'), 'More music', { thread: Q }),
    say('Graham', monday('13:00:00'), 'More time', { thread: Q }),
  ]);
  await mention(running, tell, { who: 'Priya', at: monday('13:10:00'), text: 'I think it is the doors', thread: Q });
  await mention(running, tell, { who: 'Priya', at: monday('13:12:00'), text: 'who', thread: Q });
  // Ruth's phone was off, so this one comes an hour and a half after it was said.
  await say('Ruth', monday('12:01:30'), 'It was painted over', { thread: Q });

  const elsewhere = await say('Ruth', monday('14:05:00'), 'Who has the zebrawood frame?');
  const aside = await say('Dev', monday('14:06:00'), 'I have the quillfeather too', { thread: elsewhere.ts });
  await tell(edit(running, aside, { text: 'I have the marmoset too', at: monday('14:07:00') }));
  await tell(gone(running, aside, { at: monday('14:08:00') }));
  await tell(gone(running, elsewhere, { at: monday('14:09:00'), hasReplies: true }));
  await say('Jo', monday('14:10:00'), 'Has anyone seen the ocelot?');
  await say('Dev', monday('14:00:00'), 'Nobody can find us', { thread: Q, subtype: 'thread_broadcast' });
  slack.addUser({ id: 'U0SAM', name: 'Sam' });
  await tell(
    messageEvent(slack.world, written(running, { user: 'U0SAM', at: monday('14:20:00'), text: 'Tamarind', thread: Q })),
  );
  const undone = written(running, { user: idOf('Ellis'), at: monday('14:30:00'), text: 'Nightjar', thread: Q });
  await tell(gone(running, undone, { at: monday('14:31:00') }));
  await tell(messageEvent(slack.world, undone), { retry: 1 });

  await tell(linkUnfolded(running, second, monday('14:40:00')));
  await tell(await recorded('reply-counted', { at: monday('14:41:00') }));
  await tell(await recorded('own-message', { at: monday('14:42:00') }));
  await tell(await recorded('channel-topic-in-words', { at: monday('14:43:00') }));
  await tell(await recorded('channel-join-in-words', { at: monday('14:44:00') }));
  await tell(await recorded('reaction-added', { at: monday('14:45:00') }));
  await tell({ type: 'channel_history_changed', channel, latest: Q, ts: Q, event_ts: Q });
  await tell({
    type: 'message',
    subtype: 'some_day_there_will_be_this',
    channel,
    user: idOf('Jo'),
    ts: Q,
    event_ts: Q,
  });

  await say('Tomos', monday('15:00:00'), 'And the songs', { thread: Q });
  await say('Tomos', monday('15:10:00'), 'The old ones', { thread: Q });
  await say('Tomos', monday('15:19:59'), 'The new ones too', { thread: Q });

  await running.moveTo(monday('16:00:00'));
  await answerByForm(running, 'Jo', { text: 'Money', 'seen-by': 'none' });
  await running.moveTo(monday('16:05:00'));
  await answerByForm(running, 'Jo', { text: 'Money and time', 'seen-by': 'coordinators' });
  await running.moveTo(monday('16:10:00'));
  await running.people().sendMessage({ user: idOf('Ellis'), text: 'Peregrine' });
  await running.moveTo(monday('16:20:00'));
  await stage.press('Ellis', 'Skip');
  // Twice a press and a form; a message and a press.
  const byHand = 6;

  await running.moveTo('2027-03-25T11:00:00Z');
  const C = threadOf('has closed');
  await say('Lena', '2027-03-25T12:00:00Z', 'Can we go on with this?', { thread: C });
  await say('Lena', '2027-03-25T12:01:00Z', 'One more thing', { thread: Q });
  await say('Priya', '2027-03-28T00:59:00Z', 'I could not sleep', { thread: Q });
  await say('Priya', '2027-03-28T01:01:00Z', 'Sorry all', { thread: Q });
  await say('Dev', '2027-03-28T22:30:00Z', 'Good night', { thread: Q });
  await say('Graham', '2027-03-28T23:10:00Z', 'Good morning', { thread: Q });
  return counted() + byHand;
}

type Tell = (event: Json, how?: { eventId?: string; retry?: number }) => Promise<void>;

interface Extra {
  readonly thread?: string;
  readonly files?: readonly string[];
  readonly subtype?: string;
  readonly eventId?: string;
}

/** Tells the program what Slack would tell it, and counts the payloads. */
function teller(running: SlackRunning) {
  let payloads = 0;
  const tell: Tell = async (event, how = {}) => {
    payloads += 1;
    const { status } = await running.people().event(event, how);
    if (status !== 200) throw new Error(`${JSON.stringify(event)} was answered with ${String(status)}`);
  };
  let lastMove = '';
  /** The clock goes with the talk; what comes late leaves it where it is. */
  const say = async (who: Name, at: string, text: string, { eventId, ...extra }: Extra = {}): Promise<Said> => {
    if (at > lastMove) await running.moveTo((lastMove = at));
    const said = written(running, { user: idOf(who), at, text, ...extra });
    await tell(messageEvent(running.slack.world, said), eventId === undefined ? {} : { eventId });
    return said;
  };
  return { tell, say, counted: () => payloads };
}

function written(
  { slack }: SlackRunning,
  { at, ...facts }: Omit<Extra, 'eventId'> & { user: string; at: string; text: string },
): Said {
  return { channel, ts: slack.world.nextTs(Date.parse(at)), ...facts };
}

function edit({ slack }: SlackRunning, before: Said, { text, at }: { text: string; at: string }): Json {
  return changedEvent(slack.world, { before, after: { ...before, text }, ts: stamp(at) });
}

function gone({ slack }: SlackRunning, before: Said, { at, hasReplies = false }: { at: string; hasReplies?: boolean }) {
  return deletedEvent(slack.world, { before, ts: stamp(at), hasReplies });
}

/** A link in a message is shown with its page's title: the message "changes", and nobody has edited it. */
function linkUnfolded({ slack }: SlackRunning, said: Said, at: string): Json {
  const { message, ...event } = changedEvent(slack.world, { before: said, after: said, ts: stamp(at) });
  const unfolded = { ...(message as Json), attachments: [{ from_url: 'https://example.org', id: 1 }] };
  return { ...event, message: Object.fromEntries(Object.entries(unfolded).filter(([key]) => key !== 'edited')) };
}

/** Both events of one mention, at the same moment. */
async function mention(
  running: SlackRunning,
  tell: Tell,
  { who, at, text, thread }: { who: Name; at: string; text: string; thread: string },
): Promise<void> {
  const { world } = running.slack;
  const words = `<@${world.bot.user}> ${text}`;
  const said = written(running, { user: idOf(who), at, text: words, thread });
  await Promise.all([tell(messageEvent(world, said)), tell(mentionEvent(world, said))]);
}

/** A payload as it was recorded, put into this channel and this moment. */
async function recorded(name: string, { at, thread, text }: { at: string; thread?: string; text?: string }) {
  const file = new URL(`../support/fixtures/slack/${name}.json`, import.meta.url);
  const { payload } = JSON.parse(await readFile(file, 'utf8')) as { payload: { event: Json } };
  return {
    ...payload.event,
    channel,
    ...('ts' in payload.event ? { ts: stamp(at) } : {}),
    event_ts: stamp(at),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(text === undefined ? {} : { text }),
  };
}

function stamp(at: string): string {
  return `${String(Date.parse(at) / 1000)}.000300`;
}

/** Presses the question's button and sends the form, as a person does. */
async function answerByForm(running: SlackRunning, who: Name, values: Record<string, string>): Promise<void> {
  const { slack } = running;
  const label = 'Answer in private';
  const on = running.messages().findLast(({ blocks }) => buttonsOf(blocks).some((button) => button.label === label));
  if (on === undefined) throw new Error('no question to answer');
  const before = slack.modal(idOf(who));
  await running.people().press({ user: idOf(who), on, label });
  const opened = (): Modal | false => {
    const modal = slack.modal(idOf(who));
    return modal !== null && modal !== before && modal;
  };
  const { modal } = await running
    .people()
    .submit({ user: idOf(who), values, modal: await slack.until(opened, 'a form') });
  expect(modal === null ? '' : seenIn(modal)).toContain('Heard.');
}
