import { promiseMeant } from '../domain/commitment-meant.ts';
import type { PromiseIntent } from '../commands/promises.ts';
import type { ProposalIntent } from '../commands/proposals.ts';
import { waitsForYes } from '../domain/proposal-rules.ts';
import { isRefusal } from '../domain/refusal.ts';
import { note } from '../messages/frame.ts';
import { proposalWords } from '../words/en/proposals.ts';
import { joinNames } from '../words/dates.ts';
import type { Reply } from '../ports.ts';
import type { MemberContext } from './context.ts';
import { promiseFacts } from './promise-book.ts';
import { proposalBook } from './proposal-book.ts';
import { performProposals } from './proposals.ts';

const words = proposalWords.refusals;
const of = (wanted: ProposalIntent) => wanted;

/**
 * Promises and suggested changes count in one series, so `yes 12` means what 12 is. Null where that is a promise, or
 * nothing at all.
 */
export async function onSuggestedChange(intent: PromiseIntent, context: MemberContext): Promise<Reply | null> {
  if (!('number' in intent)) return null;
  if (intent.number === null) return bare(intent, context);
  const proposal = await context.records.proposals.get(context.huddle.id, intent.number);
  if (proposal === null) return null;
  const wanted = asChange(intent, intent.number);
  if (wanted !== null) return performProposals(wanted, context);
  return { kind: 'private', document: note(words.isSuggested(intent.number)) };
}

/** The same words said to a suggested change; null where they only mean something of a promise. */
function asChange(intent: Extract<PromiseIntent, { number: unknown }>, number: number): ProposalIntent | null {
  const base = { family: 'proposals', number } as const;
  switch (intent.want) {
    case 'show':
      return of({ ...base, want: 'show' });
    case 'yes':
      return of({ ...base, want: 'yes', but: intent.but });
    case 'no':
      return of({ ...base, want: 'no', reason: intent.reason });
    case 'change':
      return of({ ...base, want: 'change', words: intent.said ?? intent.what ?? '' });
    case 'drop':
      return of({ ...base, want: 'withdraw' });
    case 'form': {
      const { form } = intent;
      return form === 'yes-but' || form === 'no' || form === 'change' ? of({ ...base, want: 'form', form }) : null;
    }
    case 'did':
    case 'not-yet':
    case 'could-not':
    case 'pick-up':
    case 'pass-on':
    case 'undo':
    case 'correct':
      return null;
  }
}

/** "yes" alone means the one thing that waits for this person, be it on a promise or a suggested change. */
async function bare(intent: PromiseIntent, context: MemberContext): Promise<Reply | null> {
  if (intent.want !== 'yes' && intent.want !== 'no') return null;
  const { records, huddle, person, now } = context;
  const book = await proposalBook(records, huddle.id);
  const waiting = [...book.proposals.values()].filter((proposal) => waitsForYes(proposal, person.id, book));
  const [first] = waiting;
  if (first === undefined) return null;
  const facts = await promiseFacts(records, huddle, now);
  const type = intent.want === 'yes' ? 'Agree' : 'Refuse';
  const promise = promiseMeant({ type, number: null, by: person.id, now }, facts.book);
  const promises = isRefusal(promise)
    ? ((promise.details['numbers'] ?? []) as readonly string[])
    : [String(promise.number)];
  if (promises.length === 0 && waiting.length === 1) {
    const wanted = asChange({ ...intent, number: first.number }, first.number);
    return wanted === null ? null : performProposals(wanted, context);
  }
  const numbers = [...promises, ...waiting.map(({ number }) => String(number))];
  return { kind: 'private', document: note(words.which(joinNames(numbers))) };
}
