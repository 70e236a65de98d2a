import { expect, it } from 'vitest';
import { parse } from '../../../adapters/teams/parse.ts';

/** As the Agents Playground 0.2.28 sends it: its people and its bot have ids of another kind than Teams'. */
const posted = {
  type: 'message',
  text: '<at>Test Bot</at> people <at>Megan Bowen</at>',
  id: '31e373a9-5234-4a46-9451-36fb8a3f4610',
  from: { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
  timestamp: '2027-03-01T10:00:00.000Z',
  serviceUrl: 'http://localhost:56150/_connector',
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: 'tenant',
    id: 'team-id;messageid=1795394858068',
  },
  recipient: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
  textFormat: 'plain',
  entities: [
    {
      type: 'mention',
      mentioned: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
      text: '<at>Test Bot</at>',
    },
    { type: 'mention', mentioned: { id: 'user-id-1', name: 'Megan Bowen' }, text: '<at>Megan Bowen</at>' },
  ],
  channelData: { tenant: { id: 'tenant' }, team: { id: 'team-id' }, channel: { id: 'team-id' } },
  channelId: 'msteams',
};

it("a command in the Agents Playground's channel is heard as one in Teams is", () => {
  const { acts } = parse(posted, { now: () => '2027-03-01T10:00:00.000Z' });
  expect(acts.map(({ interaction }) => interaction)).toMatchObject([
    { kind: 'spoke', text: 'people <@user-id-1>', mentionsBot: true, where: { channel: 'team-id' } },
  ]);
});
