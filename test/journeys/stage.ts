/** Willow's nine people, by the names they go by. */
export const names = ['Amina', 'Dev', 'Ellis', 'Ruth', 'Graham', 'Priya', 'Tomos', 'Lena', 'Jo'] as const;
export type Name = (typeof names)[number];

/** The group each picks at joining. One group a side, as the scenarios count them. */
export const groupOf: Readonly<Record<Name, string>> = {
  Amina: 'People who use the service',
  Dev: 'People who use the service',
  Ellis: 'People who use the service',
  Ruth: 'Staff',
  Graham: 'Staff',
  Priya: 'Staff',
  Tomos: 'Artists',
  Lena: 'Artists',
  Jo: 'Artists',
};

/** One platform with nine people on it, and the running program behind it. Everything is done as people do it. */
export interface Stage {
  /** Clears everything and puts the clock there; nobody has set anything up. */
  reset(at: string): Promise<void>;
  /** Puts the clock forward; done when all that fell due has been shown. */
  moveTo(at: string): Promise<void>;
  /** Types a line to the bot where the huddle meets; gives what they alone see in answer. */
  type(who: Name, line: string): Promise<string>;
  /** Replies in the thread of the newest message that holds these words. */
  reply(who: Name, under: string, text: string): Promise<void>;
  /** Presses the newest button with this label that they can see; gives what they alone see after it. */
  press(who: Name, label: string): Promise<string>;
  /** How a line names someone on this platform. */
  at(who: Name): string;
  /** What stands in the room for everyone, outside threads, oldest first. */
  room(): Promise<readonly string[]>;
  /** What stands for everyone in the threads of the messages that hold these words. */
  thread(under: string): Promise<readonly string[]>;
  /** What WeSaid wrote to this person in private, oldest first. */
  notes(who: Name): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Sets Willow up the way scenarios have it: everyone has said both yeses and picked a group. */
export async function setUpWillow(stage: Stage): Promise<void> {
  await stage.type(
    'Priya',
    `setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London, second coordinator ${stage.at('Ellis')}`,
  );
  const others = names.filter((name) => name !== 'Priya' && name !== 'Ellis');
  await stage.type('Priya', `people ${others.map((name) => stage.at(name)).join(', ')}`);
  await stage.type('Priya', 'settings group lines on');
  for (const name of names) {
    await stage.press(name, 'Yes, I will take part');
    await stage.press(name, 'Yes, count me');
    await stage.press(name, groupOf[name]);
  }
}

/** The only one of several texts that holds these words. Fails with all of them when there is none, or more than one. */
export function theOne(texts: readonly string[], words: string): string {
  const found = texts.filter((text) => text.includes(words));
  if (found.length !== 1) throw new Error(`${String(found.length)} texts hold "${words}":\n\n${texts.join('\n---\n')}`);
  return found[0] ?? '';
}
