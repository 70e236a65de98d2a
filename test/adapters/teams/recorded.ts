import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '../../../adapters/teams/parse.ts';
import type { Parsed } from '../../../adapters/teams/acts.ts';

/** An activity in the shape that Teams sends it, its ids replaced. */
export type Recorded = Readonly<Record<string, unknown>>;

const folder = new URL('fixtures/', import.meta.url);

export const tenant = '6f0b8a3c-52d1-4e57-9a61-0c2f4f1d7e11';
export const bot = '28:0d5f2f0e-8f6c-4a53-b7c5-6d3f5e1b2a90';
export const ruth = '29:1RuthXrUdQ7cFzYpL0mT9n2vKqWbHsE4aGgPoJi6tZkR3';
export const dev = '29:1DevQpLm8TzXyR2sVb7nWcKdHfGjUeA5iOo0P9lMqTtB1';
export const devsDirectoryId = 'c33aafc4-646d-4543-9d4c-abd28e4d2110';
export const gateway = 'https://smba.trafficmanager.net/uk/';
export const channel = {
  platform: 'teams',
  workspace: tenant,
  channel: '19:0b7f32667e064dd9b25d7969801541f4@thread.tacv2',
} as const;
export const team = { ...channel, channel: '19:zFLSDFWsesfzcmKArqKJ65aOXJzsgf462H2wz41@thread.tacv2' };
export const chat = { ...channel, channel: '19:de2c0f5b1a7d4c7ab2e9f4d7c8a1b3e6@thread.v2' };
export const personal =
  'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2IaydGElSo10tVr4C7Fc6GtieTJX663WuJCc1uA83n4CSrHSgGBj5XNYLcVlJAs2ZX8DbYBPck201w-';

export function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Recorded;
}

export function allRecorded(): readonly (readonly [name: string, activity: Recorded])[] {
  const names = readdirSync(folder).map((file) => file.replace('.json', ''));
  return names.map((name) => [name, recorded(name)] as const);
}

/** The time of what says no time of its own. */
export const now = '2027-03-01T12:00:00.000Z';

export function read(activity: Recorded): readonly Parsed[] {
  return parse(activity, { now: () => now }).acts;
}

/** Of activities that tell of one act. */
export function readOne(name: string): Parsed {
  const [parsed, ...more] = read(recorded(name));
  if (parsed === undefined || more.length > 0) throw new Error(`${name} tells of ${String(more.length)} acts`);
  return parsed;
}
