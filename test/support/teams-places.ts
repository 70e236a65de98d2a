import { randomUUID } from 'node:crypto';
import type { Conversation, Dialog, Shown, Team, User, Whisper, World } from './teams-world.ts';

/** A tenant's people and places as a test sets them up, and as anyone would look at them. */
export function createPlaces(world: World) {
  const addConversation = (facts: Pick<Conversation, 'id' | 'kind' | 'name' | 'team'> & { members: Set<string> }) => {
    const conversation: Conversation = { ...facts, installed: false, uninstalled: false, deleted: false };
    world.conversations.set(facts.id, conversation);
    return conversation;
  };
  const shown = (conversation: string): readonly Shown[] =>
    world.messages.filter((message) => message.conversation === conversation && !message.deleted);

  return {
    addUser: ({ id, name, aadObjectId = randomUUID() }: { id: string; name: string; aadObjectId?: string }): User => {
      const user: User = { id, name, aadObjectId };
      world.users.set(id, user);
      return user;
    },
    /** A team; its General channel has the team's own id. `installed`: the app is in it already. */
    addTeam: (facts: { id: string; name: string; members: readonly string[]; installed?: boolean }): Team => {
      const { id, name, members, installed = false } = facts;
      const team: Team = { id, name, aadGroupId: randomUUID(), members: new Set(members), installed };
      world.teams.set(id, team);
      addConversation({ id, kind: 'channel', name: 'General', team: id, members: new Set() });
      return team;
    },
    addChannel: ({ id, name, team }: { id: string; name: string; team: string }): Conversation =>
      addConversation({ id, kind: 'channel', name, team, members: new Set() }),
    addGroupChat: (facts: { id: string; name?: string; members: readonly string[]; installed?: boolean }) => {
      const { id, name = null, members, installed = false } = facts;
      const chat = addConversation({ id, kind: 'groupChat', name, team: null, members: new Set(members) });
      chat.installed = installed;
      return chat;
    },
    /** What stands in a conversation outside threads, oldest first. */
    posts: (conversation: string): readonly Shown[] => shown(conversation).filter(({ thread }) => thread === null),
    /** The replies under a post. */
    thread: (conversation: string, id: string): readonly Shown[] =>
      shown(conversation).filter(({ thread }) => thread === id),
    /** A person's own chat with the bot. */
    personal: (user: string): readonly Shown[] => shown(world.personalOf(user).id),
    /** What Teams showed to this person alone under cards that they pressed. */
    whispers: (user: string): readonly Whisper[] => world.whispers.filter((whisper) => whisper.user === user),
    /** The dialog that the person has before them. */
    dialog: (user: string): Dialog | null => world.dialogs.get(user) ?? null,
  };
}
