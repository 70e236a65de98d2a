import { strToU8, zipSync } from 'fflate';
import type { TeamsManifest } from './teams-manifest.ts';

export interface Icons {
  /** PNG, 192 by 192 pixels. */
  readonly color: Uint8Array;
  /** PNG, 32 by 32 pixels: white on nothing. */
  readonly outline: Uint8Array;
}

/** The app package that Teams takes: three files, none in a folder. The same settings give the same bytes. */
export function teamsPackage(manifest: TeamsManifest, icons: Icons): Uint8Array {
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    [manifest.icons.color]: icons.color,
    [manifest.icons.outline]: icons.outline,
  };
  // Each file carries a local time. Local midnight of the first day that a ZIP can name is the same bytes in every zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}
