import type { Commitment } from './commitment.ts';
import { agendaOf, type AgendaItem, type PulseLine } from './pulse-line.ts';

/** One screen holds no more. */
const most = 3;
/** Weeks in which nothing could not be done, this one among them: then it is worth asking. */
const honestAfter = 5;

interface Line {
  readonly number: number;
  readonly status: string;
}

/** A digest that is out. */
interface Told {
  readonly promises: readonly Line[];
  readonly record: { readonly made: number };
  readonly agenda?: readonly AgendaItem[];
}

interface Sources {
  readonly promises: readonly Commitment[];
  readonly pulses?: readonly PulseLine[];
  readonly earlier?: readonly Told[];
}

/** To talk about next: what those who checked added, then how equal it feels, then what needs a date, then what is stuck. */
export function toTalkAbout(
  lines: readonly Line[],
  { promises, pulses = [], earlier = [], added }: Sources & { readonly added: readonly number[] },
): readonly AgendaItem[] {
  const again = new Set(promises.flatMap(({ from }) => (from === null ? [] : [from])));
  const told = (kind: 'new-date' | 'stuck', status: 'could-not' | 'late'): readonly AgendaItem[] =>
    lines
      .filter((line) => line.status === status && !again.has(line.number) && !added.includes(line.number))
      .map(({ number }) => ({ kind, number }));
  const wanted = added.filter((number) => lines.some((line) => line.number === number));
  return [
    ...wanted.map((number): AgendaItem => ({ kind: 'asked', number })),
    ...(isTooGood(lines, earlier) ? [{ kind: 'honest' as const }] : []),
    ...agendaOf(pulses),
    ...told('new-date', 'could-not'),
    ...told('stuck', 'late'),
  ].slice(0, most);
}

/** More than four weeks with promises and nothing that could not be done. Asked once in so many weeks. */
function isTooGood(lines: readonly Line[], earlier: readonly Told[]): boolean {
  const before = earlier.slice(0, honestAfter - 1);
  if (before.length < honestAfter - 1 || before.at(-1)?.record.made === 0) return false;
  const couldNot = [lines, ...before.map(({ promises }) => promises)].flat();
  const asked = before.some(({ agenda = [] }) => agenda.some(({ kind }) => kind === 'honest'));
  return !asked && couldNot.every(({ status }) => status !== 'could-not');
}
