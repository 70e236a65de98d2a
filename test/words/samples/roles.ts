import type { roleWords } from '../../../src/words/en/roles.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, own, twoNames, shortDay } from './worst.ts';

export const roleSamples: SamplesOf<typeof roleWords> = {
  held: [[own, twoNames, shortDay]],
  free: [[own]],
  offered: [[own, name]],
  past: [[own, name, shortDay, shortDay]],
  taken: [[own]],
  shared: [[own, name]],
  askedToShare: [[own, name]],
  handed: [[own, name]],
  putDown: [[own]],
  handOffer: [[own, name]],
  shareOffer: [[own, name]],
  notNow: [[own]],
  nowLeads: [[own, twoNames]],
  nowFree: [[own]],
  takeLabel: [[own]],
  noSuchRole: [[own]],
  whoIsThat: [[name]],
  refusals: {
    'role-unknown': [[]],
    'role-yours-already': [[own]],
    'role-full': [[own]],
    'role-free': [[own]],
    'role-not-yours': [[own]],
    'role-to-yourself': [[own]],
    'role-they-hold-it': [[own]],
    'role-no-offer': [[]],
    'role-asked-already': [[own]],
    'not-a-member': [[]],
    'role-name-too-long': [[]],
  },
};
