/** An error as the Bot Connector gives it: a status, a code and a sentence. */
export class TeamsRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'TeamsRefusal';
    this.status = status;
    this.code = code;
  }
}

/** The refusals that Microsoft lists; https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-code-responses */
export const refusals = {
  badArgument: (message: string) => new TeamsRefusal(400, 'BadArgument', message),
  badCard: (message: string) => new TeamsRefusal(400, 'BadArgument', `Adaptive Card: ${message}`),
  unauthorized: () => new TeamsRefusal(401, 'Unauthorized', 'Authorization has been denied for this request.'),
  notInRoster: () =>
    new TeamsRefusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  blocked: () => new TeamsRefusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  disabled: () => new TeamsRefusal(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot.'),
  notOfTheBot: () => new TeamsRefusal(403, 'ForbiddenOperationException', 'The activity was not sent by this bot.'),
  notInstalledFor: () =>
    new TeamsRefusal(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope"),
  noConversation: () => new TeamsRefusal(404, 'ConversationNotFound', 'Conversation not found.'),
  noActivity: () => new TeamsRefusal(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.'),
  precondition: () => new TeamsRefusal(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  tooBig: () => new TeamsRefusal(413, 'MessageSizeTooBig', 'Message size too large.'),
  noMethod: () => new TeamsRefusal(405, 'MethodNotAllowed', 'The requested resource does not support this method.'),
} as const;
