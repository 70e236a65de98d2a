import type { RoleEvent } from '../../domain/events-promises.ts';
import { holders, type RoleState } from '../../domain/role-split.ts';
import { isForReceiver } from '../../domain/role-stand-in.ts';
import type { Reaction } from '../execute.ts';

/** Who hears of what: an offer only whoever has to say yes; of a no, only whoever asked; of a role that moved, everyone. */
export function reactToRole(event: RoleEvent, { huddle, role, present }: RoleState): readonly Reaction[] {
  if (role === null) return [];
  const subject = `${huddle}/${role.key}`;
  switch (event.type) {
    case 'RoleOffered': {
      const asked = isForReceiver(event) ? [event.to] : holders(role, present);
      return asked.map((person) => ({
        kind: 'role-offered' as const,
        subject: `${subject}/${event.at}`,
        to: { person },
      }));
    }
    case 'RoleTaken':
    case 'RoleHandedOver':
    case 'RolePutDown':
    case 'StandInAgreed':
    case 'StandInEnded':
      return [{ kind: 'role-moved', subject: `${subject}/${event.at}`, to: 'places' }];
    case 'RoleOfferDeclined':
      return present.has(event.by)
        ? [{ kind: 'role-offered', subject: `${subject}/${event.at}/declined`, to: { person: event.by } }]
        : [];
    case 'RoleNamed':
    // What all sides agreed is told with their last yes.
    case 'RoleGiven':
    case 'RoleRenamed':
    case 'RoleEnded':
      return [];
  }
}
