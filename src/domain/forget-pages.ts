import type { Commitment } from './commitment.ts';
import { holdsName, unnamed, type Gone } from './forget.ts';
import { wordsGone } from './retention.ts';
import type { PagePromise, ToldPage } from './told-page.ts';

/**
 * A page without someone: their name goes, and why they could not do something, where those words were theirs. Every number
 * and every promise stays. `promises` are those of the huddle, without them already.
 */
export function pageWithout(page: ToldPage, gone: Gone, promises: readonly Commitment[]): ToldPage {
  const plain = (words: string) => unnamed(words, gone);
  const orNull = (words: string | null) => (words === null ? null : plain(words));
  const lines = (some: readonly PagePromise[]) =>
    some.map((line) => {
      const now = promises.find(({ number }) => number === line.number);
      const kept = (words: string | null, left: string | null | undefined) =>
        words !== null && left === null ? wordsGone : orNull(words);
      return {
        ...line,
        what: plain(line.what),
        reason: kept(line.reason, now?.reason),
        next: kept(line.next, now?.next),
      };
    });
  const { facts, sponsor } = page;
  return {
    ...page,
    sponsor: sponsor !== null && holdsName(sponsor, gone.name) ? gone.instead : sponsor,
    added: page.added.map(plain),
    facts: {
      ...facts,
      kept: lines(facts.kept),
      couldNot: lines(facts.couldNot),
      changed: lines(facts.changed),
      dropped: lines(facts.dropped),
      notKept: lines(facts.notKept),
      open: lines(facts.open),
      waiting: facts.waiting.map((ask) => ({ ...ask, text: plain(ask.text) })),
      answered: facts.answered.map((ask) => ({ ...ask, text: plain(ask.text), words: orNull(ask.words) })),
    },
  };
}
