import { inputsOf, json, list } from './teams-seen.ts';
import type { Json, World } from './teams-world.ts';

/** What is typed or picked in each input, by its id. Several picks are a list; people are named by their `29:…` id. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** The data of an action with what stands in the inputs, as Teams sends it. */
export function dataOf(action: Json, inputs: Json): Json {
  return { ...json(action.data), ...inputs };
}

/**
 * What the inputs of a card hold once these values are in. Throws where Teams would not let it be sent. An action that
 * takes no inputs along (`associatedInputs`) checks nothing.
 */
export function filled(card: Json, values: Values, { action, world }: { action: Json; world: World }): Json {
  const inputs = inputsOf(card);
  const names = inputs.map(({ id }) => String(id));
  const stray = Object.keys(values).find((name) => !names.includes(name));
  if (stray !== undefined) throw new Error(`no input "${stray}" among ${names.join(', ')}`);
  if (action.associatedInputs === 'none') return {};
  return Object.fromEntries(inputs.flatMap((input) => valueOf(input, values[String(input.id)], world)));
}

/** An input that nobody touched and that has no value is left out. */
function valueOf(
  input: Json,
  given: string | readonly string[] | undefined,
  world: World,
): readonly [string, string][] {
  const id = String(input.id);
  const value = checked(input, given, world) ?? (typeof input.value === 'string' ? input.value : '');
  if (value === '' && input.isRequired === true) throw new Error(`Teams asks for "${id}" to be filled in`);
  return value === '' && given === undefined ? [] : [[id, value]];
}

function checked(input: Json, given: string | readonly string[] | undefined, world: World): string | null {
  if (given === undefined) return null;
  const id = String(input.id);
  const picks = typeof given === 'string' ? [given] : given;
  switch (input.type) {
    case 'Input.ChoiceSet':
      if (picks.length > 1 && input.isMultiSelect !== true) throw new Error(`"${id}" takes one choice`);
      return picks.map((pick) => picked(input, pick, world)).join(',');
    case 'Input.Text': {
      const typed = picks.join(', ');
      if (typed.length > Number(input.maxLength ?? Infinity)) throw new Error(`"${id}" takes no more characters`);
      if (typeof input.regex === 'string' && !new RegExp(input.regex).test(typed))
        throw new Error(`"${id}" does not take "${typed}"`);
      if (input.isMultiline !== true && typed.includes('\n')) throw new Error(`"${id}" has one line`);
      return typed;
    }
    case 'Input.Date':
      if (!/^(\d{4}-\d\d-\d\d)?$/.test(picks.join())) throw new Error(`"${id}" takes a date`);
      return picks.join();
    default:
      return picks.join();
  }
}

/** One of the choices; from a people picker, the directory id of the person; https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker */
function picked(input: Json, pick: string, world: World): string {
  const choices = list(input.choices).map((choice) => String(json(choice).value));
  if (choices.includes(pick)) return pick;
  const dataset = json(input['choices.data']).dataset;
  const person = world.users.get(pick);
  if (typeof dataset === 'string' && dataset.startsWith('graph.microsoft.com/users') && person !== undefined)
    return person.aadObjectId;
  throw new Error(`"${pick}" is no choice of "${String(input.id)}": ${choices.join(', ')}`);
}
