import { unsignedSides, type SigningState } from '../domain/agreement.ts';
import { inForce, rowsOf, type PartNow, type RuleRow } from '../domain/agreement-words.ts';
import type { Side } from '../domain/huddle.ts';
import type { Part } from '../domain/proposal-change.ts';
import { holders } from '../domain/role-split.ts';
import { presentIn } from '../domain/proposal-effect.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { dayAndDate, joinNames } from '../words/dates.ts';
import { agreementWords as words, type Heading } from '../words/en/agreement.ts';
import { commonWords } from '../words/en/common.ts';
import { upperFirst } from '../words/en/digest.ts';
import { proposalWords } from '../words/en/proposals.ts';
import { actions, paragraph, strong, text, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { partBlocks, sidesInWords, type ProposalFacts } from './proposals.ts';
import { suggestAction } from './proposal-actions.ts';

export interface AgreementFacts extends ProposalFacts {
  readonly parts: Readonly<Record<Part, PartNow>>;
  readonly signing: SigningState;
  /** The newest edition has just these words. */
  readonly isCurrent: boolean;
  readonly now: Instant;
}

const pages: readonly (readonly Heading[])[] = [
  ['purpose', 'goals'],
  ['roles', 'rules'],
  ['dates', 'money', 'review'],
];

/** The whole agreement in parts that can be read, copied and printed: 7 headings, then who has signed. */
export function agreementPage(page: number, facts: AgreementFacts): Document {
  const { huddle, now } = facts;
  const last = pages.length + 1;
  const at = Math.min(Math.max(page, 1), last);
  const shown = pages[at - 1];
  const next = { action: 'agreement', subject: `${huddle.id}/${String(at + 1)}`, label: words.nextLabel };
  return document([
    { kind: 'heading', text: words.title(huddle.name) },
    paragraph(`${words.part(at, last)} ${words.onDate(dayOf(now, facts))}`),
    ...(shown === undefined ? signatures(facts) : shown.flatMap((heading) => headed(heading, facts))),
    actions(
      ...(at < last
        ? [next]
        : [{ action: 'agreement-sign', subject: huddle.id, label: words.signLabel, style: 'primary' as const }]),
      suggestAction(huddle.id),
      helpAction(huddle.id),
    ),
  ]);
}

function headed(heading: Heading, facts: AgreementFacts): readonly Block[] {
  const title = paragraph(strong(words.headings[heading]));
  if (heading === 'roles') return [title, rolesBlock(facts)];
  if (heading === 'rules') return [title, ...rulesBlocks(facts), ...agreedLine('rules', facts)];
  const values = heading === 'purpose' ? [paragraph(strong(words.values)), ...partWords('values', facts)] : [];
  return [title, ...partWords(heading, facts), ...values];
}

function partWords(part: Part, facts: AgreementFacts): readonly Block[] {
  const { text: said } = facts.parts[part];
  return said === '' ? [paragraph(words.none)] : [...partBlocks(part, said), ...agreedLine(part, facts)];
}

/** How far the words are agreed: this is what may not be passed over (B3). */
function agreedLine(part: Part, facts: AgreementFacts): readonly Block[] {
  const { isAgreed, missing, at, number, text: said } = facts.parts[part];
  if (said === '') return [];
  if (!isAgreed) return [paragraph(words.notAgreed(sidesInWords(missing, facts).join('; ')))];
  return at === null || number === null ? [] : [paragraph(words.agreedOn(number, dayOf(at, facts)))];
}

function rolesBlock({ book, names }: AgreementFacts): Block {
  const present = presentIn(book);
  const items = book.roles.map((role) => {
    const people = holders(role, present).map((person) => names.get(person) ?? commonWords.someoneWhoLeft);
    return [text(words.rule(upperFirst(role.name), people.length === 0 ? words.roleFree : joinNames(people)))];
  });
  return { kind: 'list', items };
}

function rulesBlocks({ parts }: AgreementFacts): readonly Block[] {
  const rows = rowsOf(parts.rules.text);
  if (rows.length === 0) return [paragraph(words.none)];
  const said = rows.map(({ topic, whose }) => [topic, whose === '' ? words.noRule : whose] as const);
  return [{ kind: 'table', head: [words.topic, words.whose], rows: said }];
}

/** Who has signed these words, as they are called today; and which sides have not. */
function signatures(facts: AgreementFacts): readonly Block[] {
  const { signing, isCurrent } = facts;
  const { latest } = signing;
  const title = paragraph(strong(words.signedTitle));
  const open = unsignedSides(signing);
  const missing: readonly Block[] = open.length === 0 ? [paragraph(words.allSigned)] : notSigned(open, facts);
  if (latest === null) return [title, paragraph(words.noEdition), ...missing, paragraph(words.signHow)];
  if (!isCurrent)
    return [title, paragraph(words.changedSince(dayOf(latest.at, facts))), ...missing, paragraph(words.signHow)];
  return [title, paragraph(words.edition(latest.edition, dayOf(latest.at, facts))), ...signedLines(facts), ...missing];
}

/**
 * Each side with the day on which the first of it signed, and no names: beside the list of those who have not, a name
 * would tell which group that person belongs to.
 */
function signedLines(facts: AgreementFacts): readonly Block[] {
  const first = new Map<Side, Instant>();
  for (const { side, at } of facts.signing.latest?.signatures ?? []) if (!first.has(side)) first.set(side, at);
  const lines = [...first].map(([side, at]) => words.signed(sidesInWords([side], facts).join(''), dayOf(at, facts)));
  return lines.length === 0 ? [] : [{ kind: 'list', items: lines.map((line) => [text(line)]) }];
}

function notSigned(sides: readonly Side[], facts: AgreementFacts): readonly Block[] {
  const items = sidesInWords(sides, facts).map((who) => [text(who)]);
  return [paragraph(words.notSigned), { kind: 'list', items }];
}

function dayOf(at: Instant, { huddle }: Pick<AgreementFacts, 'huddle'>): string {
  return dayAndDate(localDate(at, huddle.zone));
}

/** One part with how far it is agreed, and the words that held before. */
export function partMessage(part: Part, facts: AgreementFacts): Document {
  const { huddle, book, parts } = facts;
  const older = inForce(part, book)
    .filter(({ text: said }) => said !== parts[part].text)
    .at(-1);
  const past: readonly Block[] =
    older === undefined || parts[part].text === '' ? [] : [paragraph(words.before), ...partBlocks(part, older.text)];
  return document([
    { kind: 'heading', text: part === 'values' ? words.values : proposalWords.form.pick[part] },
    ...partWords(part, facts),
    ...past,
    paragraph(words.toFill(words.fill[part])),
    actions(
      suggestAction(huddle.id, part),
      { action: 'agreement', subject: huddle.id, label: words.showLabel },
      helpAction(huddle.id),
    ),
  ]);
}

export function rulesMessage(facts: AgreementFacts): Document {
  const { huddle, parts } = facts;
  const none = parts.rules.text === '';
  return document([
    { kind: 'heading', text: words.rulesTitle },
    ...(none ? [paragraph(words.rulesNone)] : [...rulesBlocks(facts), ...agreedLine('rules', facts)]),
    actions(suggestAction(huddle.id, 'rules'), helpAction(huddle.id)),
  ]);
}

/** `rules photos`: the row, or that there is none yet. */
export function ruleAnswer(row: RuleRow | null, topic: string, facts: AgreementFacts): Document {
  if (row === null) return note(words.ruleUnknown(topic));
  const whose = row.whose === '' ? words.noRule : row.whose;
  return document([paragraph(words.rule(row.topic, whose)), ...agreedLine('rules', facts)]);
}

/** To whoever signed, and which sides have not yet. */
export function signedReply(facts: AgreementFacts): Document {
  const open = unsignedSides(facts.signing);
  return document([
    paragraph(words.signedNow),
    ...(open.length === 0 ? [paragraph(words.allSigned)] : notSigned(open, facts)),
    actions({ action: 'agreement', subject: facts.huddle.id, label: words.showLabel }, helpAction(facts.huddle.id)),
  ]);
}
