import manifest from '../../adapters/teams/manifest.json' with { type: 'json' };
import type { CommandSpec } from '../commands/intent.ts';
import { commands } from '../commands/registry.ts';
import type { PackageSettings } from './teams-settings.ts';

type Bot = (typeof manifest.bots)[number] & { readonly commandLists: readonly CommandList[] };

/** `adapters/teams/manifest.json` with the settings filled in, and the menus of commands from the registry. */
export type TeamsManifest = Omit<typeof manifest, 'bots' | 'webApplicationInfo' | 'authorization'> & {
  readonly bots: readonly Bot[];
  /** Both left out where WeSaid is not to listen: nothing else needs them. */
  readonly webApplicationInfo?: typeof manifest.webApplicationInfo;
  readonly authorization?: typeof manifest.authorization;
};

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** More than these Teams does not show: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/create-a-bot-commands-menu */
export const mostCommands = 10;

export function teamsManifest(settings: PackageSettings): TeamsManifest {
  const { appId, publicUrl, listening, version } = settings;
  const { webApplicationInfo, authorization, ...rest } = manifest;
  return {
    ...rest,
    version: version ?? rest.version,
    id: appId,
    developer: {
      name: settings.developer,
      websiteUrl: settings.website,
      privacyUrl: settings.privacy,
      termsOfUseUrl: settings.terms,
    },
    name: { ...rest.name, short: settings.name },
    bots: rest.bots.map((bot) => ({ ...bot, botId: appId, commandLists: commandLists() })),
    composeExtensions: rest.composeExtensions.map((extension) => ({ ...extension, botId: appId })),
    validDomains: [new URL(publicUrl).hostname],
    // Teams refuses a package that asks for consent without a resource. What the resource is means nothing to it.
    ...(listening
      ? { webApplicationInfo: { ...webApplicationInfo, id: appId, resource: publicUrl }, authorization }
      : {}),
  };
}

function commandLists(): readonly CommandList[] {
  return [
    { scopes: ['personal'], commands: menu('chat') },
    { scopes: ['team', 'groupChat'], commands: menu('place') },
  ];
}

function menu(where: 'chat' | 'place'): CommandList['commands'] {
  const offered = (command: CommandSpec<unknown>): boolean => command.menu === where || command.menu === 'both';
  return commands.filter(offered).map(({ name, about }) => ({ title: name, description: about }));
}
