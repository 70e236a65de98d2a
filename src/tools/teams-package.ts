import '../env-file.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { teamsManifest, type TeamsManifest } from './teams-manifest.ts';
import { PackageRefused, readPackageSettings, usage, type PackageSettings } from './teams-settings.ts';
import { teamsPackage } from './teams-zip.ts';

/** `npm run teams:package`: the app package for Teams, from settings. Its own lines go to standard error. */
function main(): void {
  const settings = readPackageSettings(process.env, process.argv.slice(2));
  if (settings === null) {
    console.log(usage);
    return;
  }
  const manifest = teamsManifest(settings);
  const zip = teamsPackage(manifest, { color: icon(manifest.icons.color), outline: icon(manifest.icons.outline) });
  writeFileSync(settings.out === '-' ? process.stdout.fd : settings.out, zip);
  console.error(summary(settings, manifest));
}

/** The icons lie beside the adapter, two folders up both from here and from where the build puts this file. */
function icon(name: string): Uint8Array {
  return readFileSync(new URL(`../../adapters/teams/${name}`, import.meta.url));
}

function summary(settings: PackageSettings, manifest: TeamsManifest): string {
  const { out, publicUrl, privacy } = settings;
  const permissions = manifest.authorization?.permissions.resourceSpecific.map(({ name }) => name) ?? [];
  return [
    `${out === '-' ? 'The package' : out}: ${manifest.name.short} ${manifest.version} for the app ${manifest.id}.`,
    `The bot's messaging endpoint has to be ${publicUrl}/api/messages.`,
    permissions.length === 0
      ? 'It asks for no right to listen. Answers in a thread then need a mention of @WeSaid.'
      : `Owners are asked for ${permissions.join(' and ')}.`,
    ...(privacy === publicUrl ? ['Give the address of your privacy notice with --privacy: Teams shows it.'] : []),
    'Now upload it: docs/teams.md.',
  ].join('\n');
}

try {
  main();
} catch (error) {
  if (!(error instanceof PackageRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
