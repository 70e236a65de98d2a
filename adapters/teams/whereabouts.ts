import { isUpgrade, teamAffected, teamIn } from './activities.ts';
import { channelOf, idOf, type Identity, type Parsed, type PlaceRef } from './acts.ts';
import type { Addresses } from './addresses.ts';
import type { Heard } from './parse.ts';
import { text } from './payload.ts';
import { baseAddress, type Seen } from './seen.ts';

/**
 * Keeps how to answer, and says what really happened: an upgrade where the bot is known already is no arrival, and what
 * happens to a team happens to each of its channels.
 */
export async function withWhereabouts({ seen, acts }: Heard, addresses: Addresses): Promise<readonly Parsed[]> {
  if (seen === null) return [];
  const isOut = acts.some(({ interaction }) => interaction.kind === 'removed');
  const wasKnown = isUpgrade(seen.activity) && (await addresses.isKnown(whose(seen)));
  if (!isOut) await learn(seen, addresses);
  if (wasKnown) return [];
  const team = teamAffected(seen.activity);
  return team === null ? acts : [...acts, ...(await inItsChannels(acts, { seen, team, addresses }))];
}

/** The place or the person's own chat that the bot was taken out of. */
export async function forgetPlace({ interaction }: Parsed, addresses: Addresses): Promise<void> {
  await addresses.forget(interaction.where === 'direct' ? interaction.who : interaction.where);
}

async function learn(seen: Seen, addresses: Addresses): Promise<void> {
  // A message action works in chats that the bot is not in.
  if ((text(seen.activity, 'name') ?? '').startsWith('composeExtension/')) return;
  await addresses.learn(whose(seen), baseAddress(seen));
  const team = teamIn(seen.activity);
  if (team !== null && seen.hasThreads) await addresses.learnTeam(team, seen.channel);
}

function whose(seen: Seen): PlaceRef | Identity {
  return seen.where === 'direct' ? seen.who : seen.where;
}

async function inItsChannels(
  acts: readonly Parsed[],
  { seen, team, addresses }: { readonly seen: Seen; readonly team: string; readonly addresses: Addresses },
): Promise<readonly Parsed[]> {
  const channels = await addresses.channelsOf(channelOf(seen.channel.workspace, team));
  const others = channels.filter(({ channel }) => channel !== seen.channel.channel);
  return acts
    .filter(({ interaction }) => interaction.kind === 'added' || interaction.kind === 'removed')
    .flatMap(({ interaction, way }) =>
      others.map((channel) => ({
        interaction: { ...interaction, id: idOf(channel, `${seen.id}:${interaction.kind}`), where: channel },
        way: { ...way, address: { ...way.address, conversation: channel.channel } },
      })),
    );
}
