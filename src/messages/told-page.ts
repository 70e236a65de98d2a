import type { Huddle } from '../domain/huddle.ts';
import { addMs, localDate } from '../domain/time.ts';
import type { PageAnswer, PageFacts, PagePromise } from '../domain/told-page.ts';
import { dayAndDate, shortDate } from '../words/dates.ts';
import { digestWords } from '../words/en/digest.ts';
import { sponsorWords as words } from '../words/en/sponsor.ts';
import { upstairsWords } from '../words/en/upstairs.ts';
import { lists } from './digest-lines.ts';
import { paragraph, strong, text, type Block } from './document.ts';
import { ended } from './upstairs.ts';

/** All that a page tells, in its order. Nothing is cut, and no could-not is ever left out. */
export function pageBlocks(facts: PageFacts, huddle: Huddle): readonly Block[] {
  const { from, to, heard, made } = facts;
  const day = (at: string) => dayAndDate(localDate(at, huddle.zone));
  const weeks = heard.map(({ monday, people, of }) => words.heard(shortDate(monday), people, of));
  return [
    // What is told comes after `from`: a midnight is the end of the day before.
    paragraph(words.span(day(addMs(from, 1)), day(to))),
    ...(weeks.length === 0 ? [paragraph(words.noWeeks)] : section(words.heardTitle, weeks)),
    paragraph(words.made(made)),
    ...section(words.kept, facts.kept.map(plain)),
    ...(facts.couldNot.length === 0 ? [paragraph(words.noCouldNot)] : section(words.couldNot, facts.couldNot.map(why))),
    ...section(words.changed, facts.changed.map(changed)),
    ...section(words.dropped, facts.dropped.map(plain)),
    ...section(words.notKept, facts.notKept.map(plain)),
    ...section(
      words.open,
      facts.open.map((promise) => `${plain(promise)} ${words.by(shortDate(promise.due))}`),
    ),
    ...section(
      words.waiting,
      facts.waiting.map(({ number, text: said, days }) => words.ask(number, ended(said), days)),
    ),
    ...section(words.answered, facts.answered.map(answered)),
  ];
}

function section(title: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  return [paragraph(strong(title)), ...lists(items.map((item) => [text(item)]))];
}

function plain({ number, what }: PagePromise): string {
  return words.item(number, digestWords.plain(what));
}

function why({ number, what, reason, next }: PagePromise): string {
  const because = words.item(number, digestWords.because(what, reason));
  return next === null ? because : `${because} ${digestWords.next(next)}`;
}

function changed(promise: PagePromise): string {
  return promise.into === null ? plain(promise) : `${plain(promise)} ${digestWords.isNow(promise.into)}`;
}

function answered({ number, text: said, days, says, words: told }: PageAnswer): string {
  const answer = words.answer(says, days, told === null ? null : ended(told));
  return `${upstairsWords.line(number, ended(said))} ${answer}`;
}
