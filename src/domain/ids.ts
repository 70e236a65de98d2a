/** Ids are opaque text. The brands only stop one kind being passed for another. */
type Id<Kind extends string> = string & { readonly kind: Kind };

export type HuddleId = Id<'huddle'>;
export type PersonId = Id<'person'>;
/** A check-in's id and the local date of the occurrence, so editing a time cannot double a round. */
export type RoundId = Id<'round'>;
/** A group's short key within its huddle: "staff", or "group-6" for one that people named. */
export type GroupKey = Id<'group'>;
/** A role's short key within its huddle: "notes", or "role-6" for one that people named. */
export type RoleKey = Id<'role'>;

export type Platform = 'slack' | 'teams' | 'web';

/** Who someone is on one platform. Several identities can belong to one person. */
export interface Identity {
  readonly platform: Platform;
  readonly workspace: string;
  readonly user: string;
}

/** A Slack channel, a Teams channel or group chat, or a web room. */
export interface PlaceRef {
  readonly platform: Platform;
  readonly workspace: string;
  readonly channel: string;
}

/** One message on a platform; in Slack `message` is its `ts`, in Teams its activity's id. */
export interface MessageRef extends PlaceRef {
  readonly message: string;
}

/** One text for an identity, a place or a message, for unique keys. */
export function refKey(ref: Identity | PlaceRef | MessageRef): string {
  const last = 'user' in ref ? ref.user : 'message' in ref ? `${ref.channel}/${ref.message}` : ref.channel;
  return `${ref.platform}/${ref.workspace}/${last}`;
}

export function isPlaceRef(to: object): to is PlaceRef {
  return 'channel' in to;
}
