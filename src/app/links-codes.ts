import { refKey, type HuddleId } from '../domain/ids.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { addMs } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import type { Code } from '../ports-kept.ts';
import { linkWords as words } from '../words/en/links.ts';
import type { Context } from './context.ts';

/** By the machine's clock, both how long a code lives and how long wrong tries are held against an account. */
const codeMs = 10 * 60_000;
const mostWrong = 5;

export async function giveCode(
  { kind, huddle }: { readonly kind: Code['kind']; readonly huddle: HuddleId | null },
  { records, ids, interaction, wallNow }: Context,
): Promise<string> {
  const code = ids.newCode();
  const about: Code = { kind, account: interaction.who, huddle, endsAt: addMs(wallNow, codeMs), usedBy: null };
  await records.codes.keep(code, about, wallNow);
  return code;
}

/** What a code stands for. A code that was used is good for whoever used it, so that an act which arrives twice works. */
export async function readCode(
  typed: { readonly kind: Code['kind']; readonly code: string },
  { records, interaction: { who, id }, wallNow }: Context,
): Promise<Code | CodeRefusal> {
  const { codes } = records;
  if ((await codes.triesSince(who, addMs(wallNow, -codeMs))) >= mostWrong) return refuse('too-many-tries');
  const found = await codes.find(typed.code, wallNow);
  const isTheirs = found?.usedBy == null || refKey(found.usedBy) === refKey(who);
  if (found !== null && found.kind === typed.kind && isTheirs) return found;
  await codes.tried(who, id, wallNow);
  return refuse('wrong-code');
}

type CodeRefusal = Refusal<'wrong-code' | 'too-many-tries'>;

/** One sentence for every code that does not work, so that it tells nothing about the codes there are. */
export function codeRefused({ refused }: CodeRefusal): Document {
  return note(refused === 'wrong-code' ? words.wrongCode : words.tooManyTries);
}
