import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSending, canBeSent, coming, nextQuestion } from '../../src/domain/check-in.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import {
  changeQuestions,
  mustNotBeSent,
  noQuestions,
  numbered,
  type QuestionCommand,
  type Questions,
} from '../../src/domain/questions.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { promptLibrary as library } from '../../src/words/library.ts';

const now = '2027-03-01T10:00:00.000Z';
const [amina, ruth] = ['amina', 'ruth'] as unknown as readonly [PersonId, PersonId];
type Wanted = QuestionCommand extends infer Each ? (Each extends QuestionCommand ? Omit<Each, 'now'> : never) : never;
const after = (questions: Questions, ...wanted: readonly Wanted[]): Questions =>
  wanted.reduce<Questions>((before, one) => {
    const changed = changeQuestions({ ...one, now }, before, library);
    if (isRefusal(changed)) throw new Error(changed.refused);
    return changed;
  }, questions);
const refusal = (questions: Questions, wanted: Wanted) => {
  const changed = changeQuestions({ ...wanted, now }, questions, library);
  return isRefusal(changed) ? changed.refused : null;
};
const add = (text: string, by = amina) => ({ type: 'AddQuestion', text, by }) as const;
const veto = (number: number, by = amina) => ({ type: 'VetoQuestion', number, by }) as const;
const allow = (number: number, by = amina) => ({ type: 'AllowQuestion', number, by }) as const;
const numberOf = (id: string) => library.findIndex((one) => one.id === id) + 1;

describe("a member's own question", () => {
  it('is kept by the rules of every question that is asked', () => {
    expect(refusal(noQuestions, add('  '))).toBe('question-empty');
    expect(refusal(noQuestions, add('a'.repeat(301)))).toBe('question-too-long');
    expect(refusal(noQuestions, add('What got in the way this week? It is fine to say nothing or lots'))).toBe(
      'question-known',
    );
    expect(after(noQuestions, add(' Who sang? ')).own).toEqual([
      { number: 101, text: 'Who sang?', by: amina, addedAt: now },
    ]);
  });

  it('is worded anew by whoever added it, and by nobody else', () => {
    const questions = after(noQuestions, add('Who sang?'));
    const reword = (by: PersonId) => ({ type: 'RewordQuestion', number: 101, text: 'Who danced?', by }) as const;
    expect(refusal(questions, reword(ruth))).toBe('question-not-yours');
    expect(after(questions, reword(amina)).own[0]?.text).toBe('Who danced?');
    expect(refusal(after(questions, veto(101, ruth)), reword(amina))).toBe('question-known');
  });

  it('comes once, first come first asked, after the first four, and 3 others are asked between 2 of them', () => {
    const questions = after(noQuestions, add('One?'), add('Two?', ruth), add('Three?'));
    const all = coming({ library, sent: 0, perWeek: 3, openPromises: true, questions }, 40);
    const at = all.flatMap(({ own }, place) => (own === null ? [] : [place]));
    expect(all.flatMap(({ own }) => own?.text ?? [])).toEqual(['One?', 'Two?', 'Three?']);
    expect(at[0]).toBe(4);
    expect(at.every((place, index) => index === 0 || place - (at[index - 1] ?? 0) >= 4)).toBe(true);
    expect(all[4]?.prompt).toMatchObject({ id: null, text: 'One?', fromMember: true });
  });
});

describe('a question that a member ruled out', () => {
  it('stays out until whoever ruled it out takes that back', () => {
    const both = after(noQuestions, veto(2), veto(2, ruth));
    expect(refusal(noQuestions, veto(99))).toBe('no-such-question');
    expect(refusal(after(noQuestions, veto(2)), allow(2, ruth))).toBe('veto-not-yours');
    expect(mustNotBeSent({ id: 'need-2', text: '' }, after(both, allow(2)), library)).toBe(true);
    expect(mustNotBeSent({ id: 'need-2', text: '' }, after(both, allow(2), allow(2, ruth)), library)).toBe(false);
  });

  it('is out in the same words too', () => {
    const questions = after(noQuestions, add('Who sang?'), veto(101, ruth));
    expect(mustNotBeSent({ id: null, text: 'who sang' }, questions, library)).toBe(true);
    expect(mustNotBeSent({ id: null, text: 'Who danced?' }, questions, library)).toBe(false);
  });

  it('gives its turn to one of its kind', () => {
    const questions = after(noQuestions, veto(numberOf('neg-9')), veto(numberOf('eval-1')));
    const ids = coming({ library, sent: 0, perWeek: 1, openPromises: true, questions }, 4).map(({ known }) => known);
    expect(ids[0]?.creative).toBe(false);
    expect(ids[3]?.creative).toBe(true);
    expect(ids.map((one) => one?.id)).not.toContain('neg-9');
  });

  it('leaves nothing to ask once every one is', () => {
    const questions = after(noQuestions, ...library.map((_, at) => veto(at + 1)));
    expect(nextQuestion({ library, sent: 9, perWeek: 1, openPromises: true, questions })).toBeNull();
  });

  it('is never sent, whatever members do; and one in any four is creative as long as one of those is left', () => {
    const act = fc.record({
      number: fc.oneof(fc.integer({ min: 1, max: 58 }), fc.integer({ min: 101, max: 106 })),
      kind: fc.constantFrom('veto', 'veto', 'veto', 'allow', 'add', 'send', 'send', 'send'),
      by: fc.constantFrom(amina, ruth),
    });
    const given = fc.record({
      acts: fc.array(act, { maxLength: 80 }),
      perWeek: fc.integer({ min: 1, max: 3 }),
      openPromises: fc.boolean(),
      swaps: fc.boolean(),
    });
    fc.assert(
      fc.property(given, ({ acts, perWeek, openPromises, swaps }) => {
        let questions = noQuestions;
        let sent = 0;
        const asked: { readonly creative: boolean; readonly own: boolean }[] = [];
        for (const { number, kind, by } of acts) {
          if (kind === 'send') {
            const due = nextQuestion({ library, sent, perWeek, openPromises, questions, swaps });
            if (due === null) continue;
            const out = numbered(questions, library).filter(({ key }) =>
              questions.vetoes.some(({ question }) => question === key),
            );
            expect(out.map(({ text }) => text)).not.toContain(due.prompt.text);
            expect(due.known === null || canBeSent(due.known) || (swaps && due.known.roleSwap)).toBe(true);
            questions = afterSending(questions, due, sent);
            sent += 1;
            asked.push({ creative: due.known?.creative === true, own: due.own !== null });
          } else {
            const wanted =
              kind === 'add' ? add(`Question ${String(questions.nextNumber)}?`, by) : { veto, allow }[kind](number, by);
            const changed = changeQuestions({ ...wanted, now }, questions, library);
            if (!isRefusal(changed)) questions = changed;
          }
        }
        const creativeOut = library.filter(canBeSent).filter(({ creative }) => creative);
        const someLeft = acts.every(
          ({ kind, number }) => kind !== 'veto' || number !== numberOf(creativeOut.at(-1)?.id ?? ''),
        );
        for (let at = 0; at + 4 <= asked.length; at++) {
          const four = asked.slice(at, at + 4);
          expect(four.filter(({ own }) => own).length).toBeLessThanOrEqual(1);
          if (someLeft) expect(four.some(({ creative }) => creative)).toBe(true);
        }
      }),
    );
  });
});
