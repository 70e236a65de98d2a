import type { GroupKey, PersonId } from '../../src/domain/ids.ts';
import type { Interaction, Reply } from '../../src/ports.ts';
import { openStage, said, willow, type Given } from './stage.ts';

/** Marks that stand nowhere else, so that each place where one is found was about this person. */
export const marked = {
  id: 'person-mark-q7x' as PersonId,
  name: 'Zebedee Quillfeather',
  slack: { platform: 'slack', workspace: 'T1', user: 'UZEBEDEEMARK' },
  teams: { platform: 'teams', workspace: 'tenant', user: '29:zebedeeteamsmark' },
  web: { platform: 'web', workspace: 'room', user: 'zebedeewebmark' },
} as const;

/** Willow, with one more person in it who has accounts everywhere. */
export async function openRightsStage(given: Given & { readonly group?: string }) {
  const stage = await openStage(given);
  await stage.store.transact(async (records) => {
    await records.people.save({ id: marked.id, name: marked.name, zone: null, quiet: null, reachOn: null });
    for (const account of [marked.slack, marked.teams, marked.web]) await records.people.link(account, marked.id);
    await records.members.save({
      huddle: willow,
      person: marked.id,
      coordinator: false,
      invitedBy: null,
      standings: [
        {
          from: given.start,
          status: 'active',
          counted: true,
          group: (given.group ?? 'service') as GroupKey,
          also: null,
        },
      ],
      consents: [{ to: 'taking-part', yes: true, at: given.start, notice: 1 }],
    });
  });
  let next = 0;
  const act = async (what: object): Promise<Reply> => {
    const base = {
      id: `slack/T1/C1/mark${String(++next)}`,
      at: stage.now(),
      who: marked.slack,
      name: marked.name,
      where: { platform: 'slack', workspace: 'T1', channel: 'C1' },
    };
    const reply = await stage.bot({ ...base, ...what } as Interaction);
    await stage.outbox.flush();
    return reply;
  };
  return {
    stage,
    act,
    types: async (text: string, more: object = {}) => said(await act({ kind: 'command', text, ...more })),
    presses: async (action: string, subject = '') =>
      said(await act({ kind: 'action', action, subject, message: null })),
    submits: async (reply: Reply, values: Readonly<Record<string, string>>) => {
      if (reply.kind !== 'form') throw new Error(`no form but: ${said(reply)}`);
      return act({ kind: 'form', form: reply.form.form, subject: reply.form.subject, values });
    },
  };
}
