import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import type { PeopleIntent } from './people.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

type Spec = CommandSpec<PeopleIntent | RoundIntent>;

/** They stand alone: with other words behind them they may be an answer. */
const alone = (spec: Pick<Spec, 'name' | 'aliases' | 'about'>, intent: PeopleIntent): Spec => ({
  ...spec,
  usage: spec.name,
  example: spec.name,
  who: 'anyone',
  shown: 'private',
  read: (rest, _given, line) => (isAlone(rest) ? intent : offered(line)),
});

const allow = (to: 'quoted' | 'photos', yes: boolean): PeopleIntent => ({ family: 'people', want: 'allow', to, yes });

/** Saying again that a yes still holds; and the two yeses that nobody has to give. */
export const consentCommands: readonly Spec[] = [
  alone(
    {
      name: 'as before',
      aliases: ['yes, as before', 'yes as before', 'all as before', 'still yes'],
      about: commandWords.asBefore,
    },
    { family: 'people', want: 'renew' },
  ),
  alone(
    {
      name: 'quote me',
      aliases: ['yes, quote me', 'you may quote me', 'you can quote me'],
      about: commandWords.quoteMe,
    },
    allow('quoted', true),
  ),
  alone(
    {
      name: 'do not quote me',
      aliases: ["don't quote me", 'stop quoting me', 'never quote me', 'no quotes'],
      about: commandWords.doNotQuoteMe,
    },
    allow('quoted', false),
  ),
  alone(
    { name: 'photos yes', aliases: ['photos are fine', 'yes to photos', 'photos ok'], about: commandWords.photosYes },
    allow('photos', true),
  ),
  alone(
    { name: 'photos no', aliases: ['no photos', 'no photos of me', 'no to photos'], about: commandWords.photosNo },
    allow('photos', false),
  ),
];
