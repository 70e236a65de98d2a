/** Teams' limits, each with the page that states it. Texts are counted in characters as JavaScript counts them. */
export const limits = {
  /**
   * Of a message's JSON in UTF-8. The page says 100 KB in UTF-16 today, of which 80 are safe, and said 28 KB when it said
   * least; 28 KB of UTF-8 is never more than 56 of UTF-16.
   * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  messageBytes: 28_000,
  /** Kept free for what the connector adds: addresses, ids, times. Ours. */
  envelopeBytes: 2_000,
  /** Notifications show the first line; ours, so that the card keeps its room. */
  summary: 2_000,
  /** No page states one; ours, so that long text can be cut between its parts. */
  textInBlock: 3_000,
  /** A line longer than this is no heading. Ours. */
  heading: 150,
  /** Up to six are shown, the others hide in a menu: https://github.com/MicrosoftDocs/bot-docs/issues/2161 */
  actionsInSet: 6,
  /** Ours: buttons that carry a long line each still fit, in more messages than one. */
  actionSetBytes: 8_000,
  /** A label of ours is never longer; no page states a limit. */
  actionTitle: 75,
  /** As browsers take it. Ours. */
  url: 2_000,
  /** Parts of one long private answer; a chat takes 7 messages a second: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit */
  messagesInAnswer: 5,
  /** What fits the line that Teams shows to whoever pressed. Ours. */
  pressedText: 400,
  pressedTextWhole: 2_000,
  /** The title bar of a dialog. Ours: Slack's are as short. */
  dialogTitle: 64,
  /** No page states one for Input.Text; ours, the same as in Slack. */
  fieldText: 3_000,
  fieldLabel: 2_000,
  /** More are shown as a list to open. Ours. */
  expandedChoices: 10,
  choices: 100,
  choiceTitle: 100,
  /** With more than these in a place the choices alone would fill a card, so Teams' own search for people is used. */
  peopleListed: 60,
  /** A line that a button can say again: its subject holds 2,000 characters. */
  carriedLine: 2_000,
  /** Deliveries whose message is remembered, so that it is not posted twice. Ours. */
  remembered: 2_000,
  /** Teams waits 5 s for the answer to an invoke: https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
  answerWithinMs: 3_000,
} as const;
