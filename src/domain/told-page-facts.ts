import type { Commitment } from './commitment.ts';
import type { DigestFacts } from './digest.ts';
import { unnamed } from './forget.ts';
import type { PageFacts, PagePromise } from './told-page.ts';
import { addMs, dayMs, type Instant, type Zone } from './time.ts';
import type { Ask } from './upstairs.ts';
import { daysWaiting } from './upstairs-rules.ts';

/** No platform holds a message back for longer. */
const lateMs = 7 * dayMs;

/** What a page is made of: all that is saved, and the time that it tells of. */
export interface PageSources {
  readonly zone: Zone;
  readonly from: Instant;
  readonly to: Instant;
  readonly promises: readonly Commitment[];
  readonly asks: readonly Ask[];
  /** Published ones. */
  readonly digests: readonly DigestFacts[];
  /** Pages that were told before this one: what they have told is not news, and what they missed by a late message is. */
  readonly before: readonly PageFacts[];
  /** Names that must not stand in what people typed, and what stands there instead. */
  readonly names: readonly string[];
  readonly instead: string;
  /** More names, each with what stands in its place. */
  readonly besides?: readonly { readonly name: string; readonly instead: string }[];
}

/** Pure: the same rows and the same time give the same page. */
export function pageFacts(sources: PageSources): PageFacts {
  const { zone, from, to, digests } = sources;
  const { before } = sources;
  const toldPromises = new Set(
    before.flatMap(({ kept, couldNot, changed, dropped, notKept }) =>
      [kept, couldNot, changed, dropped, notKept].flat().map(({ number }) => number),
    ),
  );
  const toldAsks = new Set(before.flatMap(({ answered }) => answered.map(({ number }) => number)));
  // An act can reach us after the page of its time was made, so what was just before is looked at once more.
  const since = before.length === 0 ? from : addMs(from, -lateMs);
  const isNews = (at: Instant, wasTold = at <= from) => at <= to && at > since && !wasTold;
  const plain = nameless(sources);
  const promises = sources.promises.filter(({ madeAt }) => madeAt <= to);
  const ended = (status: Commitment['state']['status']) =>
    promises
      .filter(({ number, state, movedAt }) => state.status === status && isNews(movedAt, toldPromises.has(number)))
      .map(told(plain));
  const isOpen = ({ state }: Commitment) => state.status === 'open' || state.status === 'claimed';
  const counts = ({ state }: Commitment) => !['offered', 'declined', 'undone'].includes(state.status);
  const news = digests.filter((digest) => isNews(digest.to)).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return {
    from,
    to,
    heard: news.map(({ week, heard }) => ({ monday: week.monday, people: heard.people, of: heard.of })),
    made: promises.filter((promise) => counts(promise) && isNews(promise.madeAt)).length,
    kept: ended('kept'),
    couldNot: ended('could-not'),
    changed: ended('changed'),
    dropped: ended('dropped'),
    notKept: ended('not-kept'),
    open: promises.filter(isOpen).map(told(plain)),
    waiting: sources.asks
      .filter(({ state }) => state.status === 'waiting')
      .map((ask) => ({ number: ask.number, text: plain(ask.text), days: daysWaiting(ask, to, zone) })),
    answered: sources.asks.flatMap((ask) => {
      const { number, text, state } = ask;
      if (state.status !== 'answered' || !isNews(state.answer.at, toldAsks.has(number))) return [];
      const { says, words } = state.answer;
      const days = daysWaiting(ask, to, zone);
      return [{ number, text: plain(text), days, says, words: words === null ? null : plain(words) }];
    }),
  };
}

type Plain = (words: string) => string;

function told(plain: Plain) {
  const orNull = (words: string | null) => (words === null ? null : plain(words));
  return ({ number, what, due, reason, next, state }: Commitment): PagePromise => ({
    number,
    what: plain(what),
    due,
    reason: orNull(reason),
    next: orNull(next),
    into: state.status === 'changed' ? state.into : null,
  });
}

/** Longer names first, so that of "Jo Bell" no "Bell" is left. */
export function nameless({ names, instead, besides = [] }: Pick<PageSources, 'names' | 'instead' | 'besides'>): Plain {
  const all = [...names.map((name) => ({ name, instead })), ...besides];
  const longestFirst = all.toSorted((a, b) => b.name.length - a.name.length);
  return (words) => longestFirst.reduce((left, each) => unnamed(left, each), words);
}
