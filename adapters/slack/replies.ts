import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import { paragraph, type Block, type Document, type Form } from '../../src/messages/document.ts';
import type { Log, Reply } from '../../src/ports.ts';
import { slackWords } from '../../src/words/en/slack.ts';
import type { Parsed, Way } from './acts.ts';
import type { Api, Clients } from './client.ts';
import { quietly } from './deliver.ts';
import { renderAnswer, renderForm, type Carried } from './forms.ts';
import { errorFacts } from './log.ts';
import { renderMessage, renderText } from './render.ts';

/** What goes back in Slack's own request, and what is sent once that is answered. */
export interface Answer {
  readonly now?: object;
  readonly later?: () => Promise<unknown>;
}

/** Turns a Reply into what Slack takes along each way. */
export function createAnswers({ clients, log }: { clients: Clients; log: Log }) {
  /** Slack drops the trigger after 3 seconds, so a form is opened before anything else is answered. */
  const open = async (api: Api, trigger: string, form: { form: Form; channel: string | null }): Promise<boolean> => {
    try {
      await api.views.open({ trigger_id: trigger, view: renderForm(form.form, carry(form.form, form.channel)) });
      return true;
    } catch (error) {
      log.warn('slack-form-not-opened', { form: form.form.form, ...errorFacts(error) });
      return false;
    }
  };

  const answer = async (way: Way, { reply, workspace }: { reply: Reply; workspace: string }): Promise<Answer> => {
    const api = clients.of(workspace);
    switch (way.kind) {
      case 'command':
        if (reply.kind === 'form' && (await open(api, way.trigger, { form: reply.form, channel: way.channel })))
          return {};
        return whenDocument(reply, (document) => ({ now: onlyForThem(document) }));
      case 'shortcut':
        if (reply.kind === 'form' && (await open(api, way.trigger, { form: reply.form, channel: way.channel })))
          return {};
        return whenDocument(reply, (document) => ({
          later: () => clients.respond(way.respondAt, { ...onlyForThem(document), replace_original: false }),
        }));
      case 'button': {
        const channel = way.direct ? null : way.channel;
        if (reply.kind === 'form' && (await open(api, way.trigger, { form: reply.form, channel }))) return {};
        return whenDocument(reply, (document) => ({
          later: () => afterButton(api, way, { document, replace: reply.kind === 'replace' }),
        }));
      }
      case 'modal-button': {
        const view = nextView(way, reply);
        return view === null ? {} : { later: () => api.views.update({ view_id: way.view, view }) };
      }
      case 'form': {
        if (reply.kind === 'invalid')
          return { now: { response_action: 'errors', errors: errorsOf(reply.fields, way.fields) } };
        const view = nextView(way, reply);
        return view === null ? {} : { now: { response_action: 'update', view } };
      }
      case 'event':
        return whenDocument(reply, (document) => ({
          later: () => (reply.kind === 'open' ? tellAll(api, way, document) : tell(api, way, document)),
        }));
    }
  };

  const afterButton = async (
    api: Api,
    way: Extract<Way, { kind: 'button' }>,
    { document, replace }: { document: Document; replace: boolean },
  ): Promise<unknown> => {
    const message = renderMessage(document);
    if (way.direct) {
      return replace
        ? api.chat.update({ channel: way.channel, ts: way.message, ...message })
        : tell(api, way, document);
    }
    // What everyone sees is never replaced by what one person may see.
    const replaced = replace && way.onlyTheirs;
    const facts = { response_type: 'ephemeral', replace_original: replaced, ...inThread(way.thread) };
    if (way.respondAt === null) return tell(api, way, document);
    if (await clients.respond(way.respondAt, { ...facts, ...message })) return undefined;
    return clients.respond(way.respondAt, { ...facts, text: message.text });
  };

  /** When Slack has stopped waiting, the answer to a command goes after it, and that to a form as a direct message. */
  const late = async (way: Way, { reply, workspace }: { reply: Reply; workspace: string }): Promise<unknown> => {
    const document = documentOf(reply);
    if (document === null) return undefined;
    if (way.kind === 'command') return clients.respond(way.respondAt, onlyForThem(document));
    if (way.kind === 'form') return direct(clients.of(workspace), way.user, document);
    return (await answer(way, { reply, workspace })).later?.();
  };

  return { answer, late };
}

/** The kind of sorry that each way has. Events have none: Slack is told, and sends them again. */
export function couldNotSave({ way, interaction }: Parsed): Reply {
  const document: Document = {
    summary: slackWords.couldNotSave,
    language: 'en',
    blocks: [paragraph(slackWords.couldNotSave), ...(interaction.kind === 'command' ? again(interaction.text) : [])],
  };
  const field = way.kind === 'form' ? way.fields[0] : undefined;
  // Beside a field, so that the form stays open and nothing typed is lost.
  return field === undefined
    ? { kind: 'private', document }
    : { kind: 'invalid', fields: { [field]: slackWords.couldNotSave } };
}

/** A command's line is gone from the screen once it is sent. */
function again(typed: string): readonly Block[] {
  return typed === '' ? [] : [paragraph(slackWords.youTyped), { kind: 'quote', text: typed, from: null }];
}

function whenDocument(reply: Reply, use: (document: Document) => Answer): Answer {
  const document = documentOf(reply);
  return document === null ? {} : use(document);
}

function documentOf(reply: Reply): Document | null {
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

function onlyForThem(document: Document): object {
  return { response_type: 'ephemeral', mrkdwn: false, ...renderMessage(document) };
}

function nextView({ title, carried }: { title: string; carried: Carried }, reply: Reply): types.ModalView | null {
  if (reply.kind === 'form') return renderForm(reply.form, carry(reply.form, carried.channel));
  const document = documentOf(reply);
  return document === null ? null : renderAnswer(document, { title, carried });
}

/** Slack refuses errors beside fields that it does not know, so those stand beside the first. */
function errorsOf(wrong: Readonly<Record<string, string>>, fields: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(wrong)) {
    const field = fields.includes(name) ? name : (fields[0] ?? name);
    errors[field] = field in errors ? `${errors[field] ?? ''} ${sentence}` : sentence;
  }
  return errors;
}

async function tell(
  api: Api,
  way: { channel: string; user: string; direct: boolean; thread: string | null },
  document: Document,
): Promise<unknown> {
  const content = { channel: way.channel, ...renderMessage(document), ...inThread(way.thread) };
  if (way.direct) return api.chat.postMessage({ ...content, ...quietly });
  return api.chat.postEphemeral({ ...content, user: way.user, link_names: false, parse: 'none' });
}

/** In the channel itself, for everyone in it. */
async function tellAll(api: Api, { channel }: { channel: string }, document: Document): Promise<unknown> {
  return api.chat.postMessage({ channel, ...renderMessage(document), ...quietly });
}

async function direct(api: Api, user: string, document: Document): Promise<unknown> {
  const { channel } = await api.conversations.open({ users: user });
  return api.chat.postMessage({ channel: channel?.id ?? '', text: renderText(document), ...quietly });
}

function carry(form: Form, channel: string | null): Carried {
  return { subject: form.subject, nonce: randomUUID(), channel };
}

function inThread(thread: string | null): { thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread };
}
