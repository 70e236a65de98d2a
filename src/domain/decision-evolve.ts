import type { Decision, DecisionBook } from './decision.ts';
import type { DecisionEvent } from './events-together.ts';

export function evolveDecision(book: DecisionBook, event: DecisionEvent): DecisionBook {
  const { decision: before } = book;
  if (event.type === 'DecisionLogged') return { ...book, decision: logged(event, book) };
  return before === null ? book : { ...book, decision: changed(before, event) };
}

function logged(event: Extract<DecisionEvent, { type: 'DecisionLogged' }>, { huddle }: DecisionBook): Decision {
  const { at, decision: number, by, needs, fills, words } = event;
  return {
    huddle,
    number,
    words,
    loggedBy: by,
    loggedAt: at,
    wordsBy: by,
    needs,
    yes: [{ person: by, fills }],
    sharedAt: null,
    history: [],
    version: 0,
  };
}

function changed(before: Decision, event: Exclude<DecisionEvent, { type: 'DecisionLogged' }>): Decision {
  const { at, by } = event;
  switch (event.type) {
    case 'DecisionCorrected': {
      const was = { words: before.words, by: before.wordsBy, until: at };
      const { words, needs, fills } = event;
      const yes = [{ person: by, fills }];
      return { ...before, words, wordsBy: by, needs, yes, sharedAt: null, history: [...before.history, was] };
    }
    case 'DecisionYes': {
      const yes = [...before.yes, { person: by, fills: event.fills }];
      return { ...before, yes, sharedAt: event.isShared ? at : null };
    }
  }
}

/** How often each had the final say, for the whole list. */
export function finalSayTotals(
  decisions: readonly Pick<Decision, 'words'>[],
): ReadonlyMap<Decision['words']['finalSay'], number> {
  const totals = new Map<Decision['words']['finalSay'], number>();
  for (const { words } of decisions) totals.set(words.finalSay, (totals.get(words.finalSay) ?? 0) + 1);
  return totals;
}
