import * as activities from './teams-activities.ts';
import type { Frame } from './teams-activities.ts';
import type { Answered } from './teams-client.ts';
import type { TeamsStandIn } from './teams-stand-in.ts';
import type { Conversation, Json } from './teams-world.ts';

/** Who comes and goes, and what happens to places. Teams tells only where the app is installed. */
export function comings({
  teams,
  frame,
  post,
}: {
  teams: TeamsStandIn;
  frame: Frame;
  post: (activity: Json) => Promise<Answered>;
}) {
  const { world } = teams;
  const conversationOf = (id: string): Conversation => activities.conversationOf(world, id);
  const both = async (...list: readonly Json[]): Promise<readonly Answered[]> => Promise.all(list.map(post));
  const setInstalled = (conversation: Conversation, installed: boolean): void => {
    const team = conversation.team === null ? undefined : world.teams.get(conversation.team);
    if (team === undefined) {
      conversation.installed = installed;
      conversation.uninstalled = !installed;
    } else team.installed = installed;
    world.changed();
  };
  /** Of a team's people and channels Teams tells under the team's own id. */
  const reported = (conversation: Conversation): Conversation =>
    conversation.team === null ? conversation : conversationOf(conversation.team);
  const ofTeam = (conversation: Conversation, eventType: string): string | undefined =>
    conversation.team === null ? undefined : eventType;
  const members = (conversation: Conversation): Set<string> =>
    world.teams.get(conversation.team ?? '')?.members ?? conversation.members;

  return {
    /** Adds the app where `where` is (its channel's whole team), or to the person's own chat. Two activities, at once. */
    addBot: ({ user, where }: { user: string; where?: string }): Promise<readonly Answered[]> => {
      const conversation = where === undefined ? world.personalOf(user) : conversationOf(where);
      setInstalled(conversation, true);
      const added = conversation.kind === 'personal' ? [world.bot.id, user] : [world.bot.id];
      const eventType = ofTeam(conversation, 'teamMemberAdded');
      return both(
        activities.conversationUpdate(frame, { user, conversation, added, ...(eventType ? { eventType } : {}) }),
        activities.installationUpdate(frame, { user, conversation, action: 'add' }),
      );
    },
    removeBot: ({ user, where }: { user: string; where?: string }): Promise<readonly Answered[]> => {
      const conversation = where === undefined ? world.personalOf(user) : conversationOf(where);
      setInstalled(conversation, false);
      const removed = [world.bot.id];
      const eventType = ofTeam(conversation, 'teamMemberRemoved');
      const installation = activities.installationUpdate(frame, { user, conversation, action: 'remove' });
      // A person's own chat has no members to be told of.
      return conversation.kind === 'personal'
        ? both(installation)
        : both(
            activities.conversationUpdate(frame, { user, conversation, removed, ...(eventType ? { eventType } : {}) }),
            installation,
          );
    },
    arrive: async ({ user, where }: { user: string; where: string }): Promise<Answered> => {
      const conversation = conversationOf(where);
      members(conversation).add(user);
      if (!world.isInstalled(conversation)) return { status: 200, body: '' };
      const eventType = ofTeam(conversation, 'teamMemberAdded');
      return post(
        activities.conversationUpdate(frame, {
          user,
          conversation: reported(conversation),
          added: [user],
          ...(eventType ? { eventType } : {}),
        }),
      );
    },
    leave: async ({ user, where }: { user: string; where: string }): Promise<Answered> => {
      const conversation = conversationOf(where);
      members(conversation).delete(user);
      if (!world.isInstalled(conversation)) return { status: 200, body: '' };
      const eventType = ofTeam(conversation, 'teamMemberRemoved');
      return post(
        activities.conversationUpdate(frame, {
          user,
          conversation: reported(conversation),
          removed: [user],
          ...(eventType ? { eventType } : {}),
        }),
      );
    },
    renameChannel: ({ user, where, name }: { user: string; where: string; name: string }): Promise<Answered> => {
      const channel = conversationOf(where);
      channel.name = name;
      const facts = { user, conversation: reported(channel), eventType: 'channelRenamed', channel };
      return post(activities.conversationUpdate(frame, facts));
    },
    deleteChannel: ({ user, where }: { user: string; where: string }): Promise<Answered> => {
      const channel = conversationOf(where);
      channel.deleted = true;
      const facts = { user, conversation: reported(channel), eventType: 'channelDeleted', channel };
      return post(activities.conversationUpdate(frame, facts));
    },
    restoreChannel: ({ user, where }: { user: string; where: string }): Promise<Answered> => {
      const channel = conversationOf(where);
      channel.deleted = false;
      const facts = { user, conversation: reported(channel), eventType: 'channelRestored', channel };
      return post(activities.conversationUpdate(frame, facts));
    },
    /** A team event without a channel, such as teamArchived or teamRenamed. */
    teamEvent: ({ user, team, eventType }: { user: string; team: string; eventType: string }): Promise<Answered> =>
      post(activities.conversationUpdate(frame, { user, conversation: conversationOf(team), eventType })),
  };
}
