import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Writes what `npm start` runs, into the folder that is named or into dist. As several hundred small files, Kysely's
 * above all, the program took 600 ms until it listened; as a few it takes 340 ms. What only some need stays in files of
 * its own.
 */
const folder = process.argv[2] ?? 'dist';
await rm(folder, { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts', 'src/env-file.ts', 'src/tools/teams-package.ts', 'src/tools/retention.ts'],
  outdir: folder,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Compiled for the machine, or wanted by few: PostgreSQL, Teams, metrics, the rehearsal's drawings.
  external: [
    'better-sqlite3',
    'pg',
    'prom-client',
    'botbuilder',
    'botframework-*',
    'react',
    'react-dom',
    'slack-blocks-to-jsx',
    'adaptivecards',
    'fflate',
  ],
  // Packages written as CommonJS ask for Node's own modules with `require`, which modules do not have. The names are not
  // known to the build, so ours must not be the same.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
});
