import { randomUUID } from 'node:crypto';
import { paragraph, type Document, type Form } from '../../src/messages/document.ts';
import type { FormValues, Interaction, Known, Log, Reply } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import { channelOf, type Invoked, type Way } from './acts.ts';
import { readAgain } from './again.ts';
import { renderAnswer, renderForm, type Carried, type Wrong } from './forms.ts';
import { closed, dialogFor, nothingHere } from './invoked.ts';
import { errorFacts } from './log.ts';
import type { People } from './people.ts';
import { placeOf } from './private-chat.ts';

type Opened = Extract<Way, { kind: 'open' | 'compose-open' }>;
type Sent = Extract<Way, { kind: 'form' | 'compose-form' }>;

export interface Dialogs {
  /** The answer to a dialog that is asked for. */
  open(way: Opened, reply: Reply): Promise<Invoked>;
  /** The answer to one that was sent: it closes, goes on, or stays open with what was typed. */
  goOn(way: Sent, asked: { readonly reply: Reply; readonly interaction: Interaction }): Promise<Invoked>;
}

/** Dialogs are private by nature. */
export function createDialogs({ people, log }: { people: Pick<People, 'whoIsIn'>; log: Log }): Dialogs {
  /** Whom a form can name. Without them Teams' own search for people is offered. */
  const pickable = async (form: Form, { tenant, channel }: Place): Promise<readonly Known[]> => {
    if (channel === null || !form.fields.some(({ kind }) => kind === 'people')) return [];
    try {
      return await people.whoIsIn(channelOf(tenant, channel));
    } catch (error) {
      log.warn('teams-people-not-listed', { form: form.form, ...errorFacts(error) });
      return [];
    }
  };

  const show = async (form: Form, { place, wrong = {} }: { place: Place; wrong?: Wrong }): Promise<Invoked> => {
    const carried = { nonce: randomUUID(), channel: place.channel };
    return dialogFor(renderForm(form, carried, { people: await pickable(form, place), wrong }));
  };

  const showAgain = async (way: Sent, { wrong, values }: { wrong: Wrong; values: FormValues }): Promise<Invoked> => {
    const { carried, title } = way;
    const form = readAgain(carried.again, values);
    // A new sending is a new act: the mended form is not met with the answer to the one before.
    if (form !== null) return show(form, { place: placeIn(way, carried), wrong });
    return dialogFor(renderAnswer(typed(wrong, values), { title, channel: carried.channel }));
  };

  return {
    open: async (way, reply) => {
      const place = { tenant: way.address.tenant, channel: placeOf(way) };
      if (reply.kind === 'form') return show(reply.form, { place });
      const document = documentOf(reply);
      return document === null
        ? nothingHere
        : dialogFor(renderAnswer(document, { title: teamsWords.dialog, channel: place.channel }));
    },
    goOn: async (way, { reply, interaction }) => {
      const place = placeIn(way, way.carried);
      if (reply.kind === 'form') return show(reply.form, { place });
      if (reply.kind === 'invalid' && interaction.kind === 'form')
        return showAgain(way, { wrong: reply.fields, values: interaction.values });
      const document = documentOf(reply);
      return document === null
        ? closed
        : dialogFor(renderAnswer(document, { title: way.title, channel: place.channel }));
    },
  };
}

/** What a reply shows; null for nothing. Sentences about fields stand alone where there is no form. */
export function documentOf(reply: Reply): Document | null {
  switch (reply.kind) {
    case 'none':
      return null;
    case 'invalid': {
      const wrong = Object.values(reply.fields);
      return { summary: wrong.join('\n'), language: 'en', blocks: wrong.map((sentence) => paragraph(sentence)) };
    }
    case 'open':
    case 'private':
    case 'form':
    case 'replace':
      return reply.document;
  }
}

interface Place {
  readonly tenant: string;
  readonly channel: string | null;
}

function placeIn({ address }: Way, { channel }: Carried): Place {
  return { tenant: address.tenant, channel };
}

/** For a form that was too long to carry: what was typed is there to be copied. */
function typed(wrong: Wrong, values: FormValues): Document {
  const texts = Object.values(values).filter((value) => typeof value === 'string' && value !== '') as readonly string[];
  const sentences = Object.values(wrong);
  return {
    summary: sentences.join('\n'),
    language: 'en',
    blocks: [
      ...sentences.map((sentence) => paragraph(sentence)),
      ...(texts.length === 0 ? [] : [paragraph(teamsWords.youTyped)]),
      ...texts.map((text) => ({ kind: 'quote' as const, text, from: null })),
    ],
  };
}
