import { adapterContract, type AdapterUnderTest, type Seen } from '../contract.ts';
import { amina, dev, ruth, slackAtWork } from '../../support/slack-program.ts';
import { seen, type Shown } from '../../support/slack-world.ts';

adapterContract('Slack', async (): Promise<AdapterUnderTest> => {
  const { slack, adapter, channel, close } = await slackAtWork();
  const workspace = slack.team;
  const asSeen = (shown: Shown): Seen => ({
    message: { platform: 'slack', workspace, channel: shown.channel, message: shown.ts },
    words: seen(shown.blocks),
    spoken: shown.text,
    thread: shown.thread,
    acts: shown.acts,
  });
  const known = (user: string, name: string) => ({ identity: { platform: 'slack' as const, workspace, user }, name });
  return {
    adapter,
    place: { platform: 'slack', workspace, channel },
    unknownPlace: { platform: 'slack', workspace, channel: 'C0NOWHERE' },
    person: { platform: 'slack', workspace, user: ruth },
    people: [known(ruth, 'Ruth'), known(dev, 'Dev Patel'), known(amina, 'Amina')],
    shownIn: (place) =>
      Promise.resolve(slack.world.messages.filter((shown) => shown.channel === place.channel).map(asSeen)),
    shownTo: ({ user }) => Promise.resolve(slack.direct(user).map(asSeen)),
    close,
  };
});
