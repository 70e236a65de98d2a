import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { About } from '../domain/proposal-change.ts';
import type { Proposal } from '../domain/proposal.ts';
import { proposalWords as words } from '../words/en/proposals.ts';
import { scheduleInWords } from '../words/en/settings.ts';
import { actions, paragraph, text, type Document, type Field, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { suggestAction } from './proposal-actions.ts';
import type { ProposalFacts } from './proposals.ts';

interface Ask {
  readonly form: Form;
  readonly document: Document;
}

const longestWords = 1000;

/** What to change, and into which words; what was typed already stands in it. */
export function askWhat(
  huddle: Huddle,
  filled: { readonly about: About | null; readonly words: string },
  why: string | null,
): Ask {
  const { form } = words;
  const options = Object.entries(form.pick).map(([value, label]) => ({ value, label }));
  const intro = [...(why === null ? [] : [paragraph(why)]), paragraph(form.intro)];
  return {
    form: {
      form: 'proposal-suggest',
      subject: huddle.id,
      title: form.title,
      intro,
      fields: [
        {
          kind: 'choice',
          name: 'about',
          label: words.what,
          options,
          ...(filled.about === null ? {} : { value: filled.about }),
        },
        { ...wordsField(words.whatWords, form.hint), ...(filled.words === '' ? {} : { value: filled.words }) },
      ],
      submit: form.submit,
      cancel: form.cancel,
    },
    document: document([
      ...intro,
      paragraph(form.type),
      { kind: 'list', items: form.examples.map((line) => [text(line)]) },
      actions(suggestAction(huddle.id, filled.about ?? undefined), helpAction(huddle.id)),
    ]),
  };
}

function wordsField(label: string, hint: string | null): Field & { kind: 'text' } {
  const given = hint === null ? {} : { hint };
  return { kind: 'text', name: 'words', label, ...given, lines: 'many', max: longestWords };
}

export function yesButAsk({ number }: Pick<Proposal, 'number'>, { huddle }: Pick<ProposalFacts, 'huddle'>): Ask {
  const { title, label, hint, submit, type } = words.yesButForm;
  return ask(
    'proposal-yes-but',
    { huddle: huddle.id, number, title, submit, fields: [wordsField(label, hint)] },
    type(number),
  );
}

export function noAsk({ number }: Pick<Proposal, 'number'>, { huddle }: Pick<ProposalFacts, 'huddle'>): Ask {
  const { title, label, hint, submit, type } = words.noForm;
  return ask(
    'proposal-no',
    { huddle: huddle.id, number, title, submit, fields: [wordsField(label, hint)] },
    type(number),
  );
}

export function changeAsk(proposal: Proposal, { huddle, names, roleNames }: ProposalFacts): Ask {
  const { title, label, intro, submit, type } = words.changeForm;
  const { number, change, text: said } = proposal;
  const role = 'role' in change ? (roleNames.get(change.role) ?? '') : '';
  const before = () => {
    if (change.about === 'schedule') return scheduleInWords(change.schedule);
    if (change.about === 'hand-role') return `${role} to ${names.get(change.to) ?? ''}`;
    if (change.about === 'rename-role') return `${role} to ${said}`;
    return change.about === 'end-role' ? role : said;
  };
  const field = { ...wordsField(label, null), value: before() };
  const facts = { huddle: huddle.id, number, title, submit, fields: [field], intro };
  return ask('proposal-change', facts, type(number));
}

function ask(
  name: string,
  facts: {
    huddle: HuddleId;
    number: number;
    title: string;
    submit: string;
    fields: readonly Field[];
    intro?: string;
  },
  typed: string,
): Ask {
  const { huddle, number, title, submit, fields, intro } = facts;
  return {
    form: {
      form: name,
      subject: `${huddle}/${String(number)}`,
      title,
      intro: intro === undefined ? [] : [paragraph(intro)],
      fields,
      submit,
      cancel: words.form.cancel,
    },
    document: note(typed),
  };
}

/** How a coordinator sets words at once. */
export function setHow(): Document {
  return note(words.refusals.setHow());
}
