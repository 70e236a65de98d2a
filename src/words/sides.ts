import type { Side } from '../domain/huddle.ts';

/** Sides have no name that people read: these say who is meant. */
interface SideWords {
  /** "people who use the service, and carers": several people, in a sentence. */
  readonly people: string;
  /** The same at the start of a line. */
  readonly title: string;
  /** "someone who uses the service, or a carer": one of them. */
  readonly someone: string;
  /** "someone who is not staff": anyone but them. */
  readonly notThem: string;
}

const words: Readonly<Record<Side, SideWords>> = {
  using: {
    people: 'people who use the service, and carers',
    title: 'People who use the service, and carers',
    someone: 'someone who uses the service, or a carer',
    notThem: 'someone who is not a carer and does not use the service',
  },
  running: {
    people: 'staff and managers',
    title: 'Staff and managers',
    someone: 'a member of staff, or a manager',
    notThem: 'someone who is not staff',
  },
  creative: {
    people: 'artists',
    title: 'Artists',
    someone: 'an artist',
    notThem: 'someone who is not an artist',
  },
};

export const sides: readonly Side[] = ['using', 'running', 'creative'];

export function sidePeople(side: Side): string {
  return words[side].people;
}

export function sideTitle(side: Side): string {
  return words[side].title;
}

export function someoneOn(side: Side): string {
  return words[side].someone;
}

export function someoneNotOn(side: Side): string {
  return words[side].notThem;
}
