import { upperFirst } from './digest.ts';

/** What people would like to see happen. Nobody is named beside an idea: it is read for what it says. */
export const ideaWords = {
  title: (huddle: string) => `Ideas in ${huddle}`,
  none: 'No ideas are waiting. To share one, type: idea a bench in the garden.',
  line: (number: number, text: string) => `${String(number)}: ${upperFirst(text)}`,
  taken: (number: number, text: string, promise: number) =>
    `${String(number)}: ${upperFirst(text)} It is now promise ${String(promise)}.`,
  wordsGone: 'Its words are gone.',
  takenTitle: 'Taken up',
  how: 'Anyone can take one up. You promise to do it, or ask someone who may say yes.',
  saved: (number: number) => `Saved as idea ${String(number)}. Everyone here can read it by typing: ideas.`,
  noName: 'Your name is not shown. People may guess.',
  takeUp: 'Make a promise from it',
  takeUpNumber: (number: number) => `Promise to do idea ${String(number)}`,
  see: 'See all ideas',
  share: 'Share an idea',
  older: 'Older ideas',
  form: {
    title: 'Share an idea',
    label: 'What would you like to see?',
    hint: 'Everyone here can read it. Your name is not shown.',
    submit: 'Share it',
    promiseTitle: 'Promise from an idea',
    promiseIntro: (number: number) => `This takes up idea ${String(number)}. Change the words as you like.`,
  },
  typeInstead: 'You can also type: idea a bench in the garden.',
  takeUpByTyping: (number: number) =>
    `You can also type: take up idea ${String(number)}: we will put up a bench by next Friday.`,
  which: 'Which idea do you mean? Type ideas to see them. Then type: take up idea 3.',
  refusals: {
    'idea-needed': () => 'Say what your idea is. Type it like this: idea a bench in the garden.',
    'idea-too-long': () => 'That is a lot for 1 idea. Use 300 letters or fewer. You can share it as 2 ideas.',
    'no-such-idea': () => 'There is no idea with that number. Type ideas to see them all.',
    'idea-taken-up': (number: number) => `Idea ${String(number)} is taken up already. Type promises to see it.`,
  },
} as const;
