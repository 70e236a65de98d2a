import type { linkWords } from '../../../src/words/en/links.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, own } from './worst.ts';

const code = 'K7QM-4RTP';
const webRoom = 'the web room';
const all = ['Slack', 'Teams', webRoom];

export const linkSamples: SamplesOf<typeof linkWords> = {
  code: [[code]],
  confirm: [[name, webRoom]],
  confirmNew: [[webRoom]],
  linked: [[all]],
  notesGoTo: [[webRoom]],
  reachLabel: [[webRoom]],
  reachWhere: [[all]],
  reached: [[webRoom]],
  notThere: [[webRoom]],
  connectCode: [[own, code]],
  connected: [[own]],
  disconnected: [[own]],
  hello: [[own]],
  helloIn: [[own]],
  alsoIn: [[own, webRoom]],
  goodbye: [[own]],
  refusals: {
    'place-here': [[own]],
    'place-taken': [[own, own]],
    'place-elsewhere': [[own]],
    'last-place': [[own]],
  },
};
