/**
 * Measures what the program is held to, side by side with a bare one in the same run, and prints the ratios. It judges
 * by exit code: 1 when a figure is over its bound, 2 when it had to give up. Run it on a quiet machine:
 * `npm run bench`, or `npm run bench answers` for one part. PROFILE_TO=folder keeps CPU profiles.
 */
import { freshFolder } from '../support/program.ts';
import { startSlack } from '../support/slack-stand-in.ts';
import { answers } from './answers.ts';
import { digests } from './digests.ts';
import { build } from './programs.ts';
import { starts } from './starts.ts';
import { teams } from './teams.ts';

const parts = { answers, teams, starts, digests };

// Each wait has its own bound; this one is for what nobody thought of.
setTimeout(() => {
  console.error('The bench took more than 10 minutes and was given up.');
  process.exit(2);
}, 600_000).unref();

const wanted = process.argv.slice(2);
const slack = await startSlack();
const folder = await freshFolder();
const settings = {
  botToken: slack.botToken,
  signingSecret: '5b9d0a1c7e3f48d2a6b1c0e9f8d7a6b5',
  apiUrl: slack.url,
};
let over = false;
try {
  await build();
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (!(await measure({ slack, settings, folder: folder.path }))) over = true;
  }
} finally {
  await slack.close();
  await folder.remove();
}
process.exitCode = over ? 1 : 0;
