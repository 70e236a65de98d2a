import { adapterContract, type AdapterUnderTest, type Seen } from '../contract.ts';
import { amina, channel, chat, dev, ruth, teamsAtWork } from '../../support/teams-program.ts';
import { seenIn } from '../../support/teams-seen.ts';
import type { Shown } from '../../support/teams-world.ts';

for (const [name, where] of [
  ['Teams', channel],
  ['Teams, in a group chat,', chat],
] as const) {
  adapterContract(name, async (): Promise<AdapterUnderTest> => {
    const { teams, adapter, close } = await teamsAtWork();
    const workspace = teams.tenant;
    const asSeen = (shown: Shown): Seen => ({
      message: { platform: 'teams', workspace, channel: shown.conversation, message: shown.id },
      words: seenIn(shown),
      spoken: shown.summary,
      thread: shown.thread,
      acts: shown.acts,
    });
    const known = (user: string, as: string) => ({
      identity: { platform: 'teams' as const, workspace, user },
      name: as,
    });
    return {
      adapter,
      place: { platform: 'teams', workspace, channel: where },
      unknownPlace: { platform: 'teams', workspace, channel: '19:nowhere@thread.tacv2' },
      person: { platform: 'teams', workspace, user: ruth },
      people: [known(ruth, 'Ruth Lane'), known(dev, 'Dev Patel'), known(amina, 'Amina Noor')],
      hasThreads: where === channel,
      shownIn: (place) =>
        Promise.resolve(teams.world.messages.filter(({ conversation }) => conversation === place.channel).map(asSeen)),
      shownTo: ({ user }) => Promise.resolve(teams.personal(user).map(asSeen)),
      close,
    };
  });
}
