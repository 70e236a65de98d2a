/** What only the Slack adapter says. */
export const slackWords = {
  close: 'Close',
  couldNotSave: 'I could not save that just now. Please try it again in a minute.',
  youTyped: 'You typed:',
  cutShort: 'This was too long to show in full. The rest is left out here.',
};
