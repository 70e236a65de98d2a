import { unnamed, type Gone } from './forget.ts';
import type { PersonId } from './ids.ts';
import type { Said } from './meeting-said.ts';
import type { Meeting } from './meeting.ts';

/**
 * Notes that nobody has confirmed go with whoever wrote them. In others' notes nothing is left that names someone who is
 * forgotten, and nothing that they said was wrong.
 */
export function meetingWithout(meeting: Meeting, gone: Gone): Meeting {
  const { person, now, newGone } = gone;
  const { state, notedBy } = meeting;
  const other = (one: PersonId) => (one === person ? newGone() : one);
  const kept = { ...meeting, notedBy: other(notedBy) };
  if (!('said' in state)) return 'by' in state ? { ...kept, state: { ...state, by: other(state.by) } } : kept;
  if (notedBy === person) return { ...kept, there: [], state: { status: 'dropped', at: now } };
  const said = saidWithout(state.said, gone);
  if (state.status === 'waiting') return { ...kept, state: { ...state, said } };
  const what = state.what === null || state.by === person ? null : unnamed(state.what, gone);
  return { ...kept, state: { ...state, said, by: other(state.by), what } };
}

/** A promise that was noted for them alone is noted as an idea: somebody else may still take it up. */
function saidWithout({ promises, yeses, ideas }: Said, gone: Gone): Said {
  const { person } = gone;
  const isTheirs = (owners: readonly PersonId[]) => owners.length > 0 && owners.every((owner) => owner === person);
  return {
    promises: promises
      .filter(({ owners }) => !isTheirs(owners))
      .map((promise) => ({
        ...promise,
        what: unnamed(promise.what, gone),
        owners: promise.owners.filter((owner) => owner !== person),
      })),
    yeses: yeses.map(({ promise, people }) => ({ promise, people: people.filter((one) => one !== person) })),
    ideas: [
      ...ideas.map((idea) => ({ ...idea, text: unnamed(idea.text, gone) })),
      ...promises
        .filter(({ owners }) => isTheirs(owners))
        .map(({ what }) => ({ text: unnamed(what, gone), group: null })),
    ],
  };
}
