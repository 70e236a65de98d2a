import type { RoundId } from '../domain/ids.ts';

/** Buttons of a private question. The number is the option's, from 0; a null option is a skip. */
export interface PulseIntent {
  readonly family: 'pulses';
  readonly want: 'answer-pulse';
  readonly round: RoundId;
  readonly option: number | null;
}

/** Button subjects: the round's id, and after a slash the option. */
export const pulseActions = {
  pulse: (subject: string): PulseIntent => {
    const [round = '', option = ''] = subject.split('/');
    return { family: 'pulses', want: 'answer-pulse', round: round as RoundId, option: Number(option) };
  },
  'pulse-skip': (subject: string): PulseIntent => ({
    family: 'pulses',
    want: 'answer-pulse',
    round: subject as RoundId,
    option: null,
  }),
} as const;
