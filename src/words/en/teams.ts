/** What only the Teams adapter says. */
export const teamsWords = {
  couldNotSave: 'I could not save that just now. Please try it again in a minute.',
  youTyped: 'You typed:',
  cutShort: 'This was too long to show in full. The rest is left out here.',
  part: (number: number, of: number) => `Part ${number} of ${of}.`,
  /** In a place, where the person's own chat cannot be reached. Names nobody and says nothing of the answer. */
  openChat: 'I have an answer for you. Please open a chat with me.',
  /** Only to whoever pressed. */
  sentInChat: 'I have sent you the answer in our own chat.',
  /** The same in our own chat, where the answer is a message. */
  answerBelow: 'My answer is below.',
  /** On a card that has nothing of its own for this person. */
  sameForAll: 'You see what everyone sees.',
  openForm: 'Open the form',
  /** In the menu of a message that can show each person their own state. */
  look: 'Show how it stands for me',
  close: 'Close',
  /** The title of a dialog that holds no form. */
  dialog: 'WeSaid',
  nothingHere: 'There is nothing to do here now.',
  done: 'Done.',
  lookAgain: 'Please look at the marked parts again. All that you wrote is still here.',
  needed: {
    text: 'Please write something here.',
    choice: 'Please pick one of these.',
    people: 'Please pick someone here.',
    date: 'Please pick a day.',
  },
};
