import type { PretendPerson } from '../../adapters/web/rehearsal.ts';
import { identityOf, placeOf } from '../../adapters/web/room.ts';
import type { SeenBy } from '../domain/round.ts';
import { addDays, instantAt, localDate, weekday, type Instant, type LocalDate } from '../domain/time.ts';
import type { Action } from '../messages/document.ts';
import type { Handle, Reply } from '../ports.ts';
import { shortDate } from '../words/dates.ts';
import { rehearsalWords, willowScript } from '../words/en/rehearsal.ts';
import type { MovableClock } from './clock.ts';

const names = {
  amina: 'Amina',
  dev: 'Dev',
  ellis: 'Ellis',
  ruth: 'Ruth',
  graham: 'Graham',
  priya: 'Priya',
  tomos: 'Tomos',
  lena: 'Lena',
  jo: 'Jo',
};
type Name = keyof typeof names;
const everyone = Object.keys(names) as readonly Name[];

/** The nine pretend people: three who use the service or care for someone, three who run it, three artists. */
export const people: readonly PretendPerson[] = everyone.map((user) => ({
  user,
  name: names[user],
  about: rehearsalWords[user],
}));

const groups: Readonly<Record<Name, string>> = {
  amina: 'People who use the service',
  dev: 'Carers',
  ellis: 'People who use the service',
  ruth: 'Staff',
  graham: 'Managers and funders',
  priya: 'Staff',
  tomos: 'Artists',
  lena: 'Artists',
  jo: 'Artists',
};

export interface Stage {
  readonly handle: Handle;
  readonly clock: MovableClock;
  readonly channel: string;
  moveTo(to: Instant): Promise<void>;
}

const zone = 'Europe/London';

/** Plays Willow's first two weeks by the same acts that people do, so that it ends at `at` with a huddle at work. */
export async function playWillow(stage: Stage, at: Instant): Promise<void> {
  const monday = addDays(localDate(at, zone), 1 - weekday(localDate(at, zone)));
  const on = (days: number, time: string) => instantAt(addDays(monday, days), time, zone);
  const by = (days: number) => longDate(addDays(monday, days));
  const play = actor(stage);

  await stage.clock.set(on(-17, '09:00'));
  await setUp(play);
  await stage.moveTo(on(-14, '11:00'));
  await firstWeek(play, by);
  await stage.moveTo(on(-7, '11:00'));
  await secondWeek(play, by);
  if (on(0, '11:00') < at) {
    await stage.moveTo(on(0, '11:00'));
    await thisWeek(play);
  }
  await stage.moveTo(at);
}

type Actor = ReturnType<typeof actor>;
type By = (days: number) => string;

async function setUp(play: Actor): Promise<void> {
  await play.type(
    'priya',
    `setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone ${zone}, second coordinator Ellis`,
  );
  await play.type('priya', `settings purpose ${willowScript.purpose}`);
  await play.type('priya', 'settings group lines on');
  await play.type(
    'priya',
    `people ${everyone
      .filter((who) => who !== 'priya')
      .map((who) => names[who])
      .join(', ')}`,
  );
  for (const who of everyone) {
    await play.type(who, `join as ${groups[who]}`);
    await play.type(who, 'count me');
  }
  await play.type('dev', 'take notes');
  await play.type('ellis', 'take evaluation');
  await play.type('ruth', 'take money');
  await play.type('tomos', 'take outreach');
}

async function firstWeek(play: Actor, by: By): Promise<void> {
  const { signs, promises } = willowScript;
  await play.answer('dev', signs[1], 'named');
  await play.answer('amina', signs[0], 'unnamed');
  await play.answer('ellis', signs[2], 'named');
  await play.answer('ruth', signs[3], 'named');
  await play.answer('lena', signs[4], 'named');
  await play.answer('jo', signs[0], 'none');
  await play.type('ruth', `we will ${promises.artRoom} by ${by(-8)}`);
  await play.type('priya', `we will ${promises.letter} by ${by(-9)}`);
  await play.type('tomos', `we will ${promises.music} by ${by(10)}`);
  await play.type('graham', `we will ${promises.pay} by ${by(14)}`);
}

async function secondWeek(play: Actor, by: By): Promise<void> {
  const { proud, promises, proof, reason } = willowScript;
  await play.answer('ruth', proud[0], 'named');
  await play.answer('dev', proud[1], 'named');
  await play.answer('ellis', proud[2], 'named');
  await play.answer('amina', proud[3], 'unnamed');
  await play.answer('graham', proud[1], 'named');
  await play.type('ruth', `did 1 ${proof}`);
  await play.type('ellis', 'yes 1');
  await play.type('graham', `could not 4 because ${reason}`);
  await play.type('priya', 'did 2');
  await play.type('ellis', `we will ${promises.sign} by ${by(3)}`);
}

async function thisWeek(play: Actor): Promise<void> {
  const { changes } = willowScript;
  await play.answer('amina', changes[0], 'named');
  await play.answer('dev', changes[1], 'named');
  await play.answer('ruth', changes[2], 'named');
  await play.answer('tomos', changes[3], 'unnamed');
  await play.answer('priya', changes[1], 'coordinators');
}

function actor({ handle, clock, channel }: Stage) {
  let count = 0;
  const act = (who: Name, what: Acted) =>
    handle({
      id: `web/room/willow-${String(++count)}-${clock.now()}`,
      at: clock.now(),
      who: identityOf(who),
      name: names[who],
      where: placeOf(channel),
      ...what,
    });
  const type = (who: Name, text: string) => act(who, { kind: 'command', text });
  /** Types the answer and presses the button that says who may see it. */
  const answer = async (who: Name, text: string, seenBy: SeenBy): Promise<void> => {
    const offered = await type(who, `answer ${text}`);
    const subject = buttons(offered).find((button) => button.subject.split('\n')[1] === seenBy)?.subject;
    if (subject !== undefined) await act(who, { kind: 'action', action: 'save-answer', subject, message: null });
  };
  return { type, answer };
}

type Acted =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'action'; readonly action: string; readonly subject: string; readonly message: null };

function buttons(reply: Reply): readonly Action[] {
  if (reply.kind !== 'private') return [];
  return reply.document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
}

/** With its year, so that it reads the same at the turn of one. */
function longDate(date: LocalDate): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`;
}
