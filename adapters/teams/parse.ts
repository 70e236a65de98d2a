import type { Parsed } from './acts.ts';
import { parseChange, parseInstallation } from './activities.ts';
import { parseInvoke } from './invokes.ts';
import { parseDeletion, parseMessage, parseUpdate } from './messages.ts';
import { text, type Payload } from './payload.ts';
import { seeActivity, type Seen } from './seen.ts';

export interface Context {
  readonly now: () => string;
}

/** Null and nothing for what WeSaid has no use for: bots, reactions, typing, kinds not known here. */
export interface Heard {
  readonly seen: Seen | null;
  /** One activity may tell of several people. */
  readonly acts: readonly Parsed[];
}

/** The meaning of an activity: https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
export function parse(activity: Payload, { now }: Context): Heard {
  const seen = seeActivity(activity, now);
  return { seen, acts: seen === null ? [] : actsIn(seen) };
}

function actsIn(seen: Seen): readonly Parsed[] {
  switch (text(seen.activity, 'type') ?? '') {
    case 'message':
      return one(parseMessage(seen));
    case 'messageUpdate':
      return one(parseUpdate(seen));
    case 'messageDelete':
      return one(parseDeletion(seen));
    case 'conversationUpdate':
      return parseChange(seen);
    case 'installationUpdate':
      return one(parseInstallation(seen));
    case 'invoke':
      return one(parseInvoke(seen));
    default:
      return [];
  }
}

function one(parsed: Parsed | null): readonly Parsed[] {
  return parsed === null ? [] : [parsed];
}
