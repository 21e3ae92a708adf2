import Type from 'typebox';
import type { Access } from '../../../../domain/systems/kind.ts';
import { ask, USERS } from './session.ts';

/** All that somebody has, as one: 2-Step Verification. */
export const TWO_STEPS = '2sv';

const Text = Type.String({ minLength: 1, maxLength: 500 });
const Flag = Type.Optional(Type.Boolean());
export const User = Type.Object({
  id: Type.String({ pattern: '^[0-9]{1,40}$' }),
  primaryEmail: Text,
  aliases: Type.Optional(Type.Array(Text, { maxItems: 500 })),
  isEnrolledIn2Sv: Flag,
  suspended: Flag,
  archived: Flag,
  isAdmin: Flag,
  isGuestUser: Flag,
});

/** Whether its owner gets in. */
export const isOpen = ({ suspended, archived }: Pick<Type.Static<typeof User>, 'suspended' | 'archived'>) =>
  suspended !== true && archived !== true;

/** Who goes by an address; null where nobody here does. */
export async function userBy(access: Access, address: string): Promise<Type.Static<typeof User> | null> {
  const isOwn = address.toLowerCase().endsWith(`@${access.realm?.toLowerCase() ?? ''}`);
  // Of other organisations' it says so, or that nobody may ask.
  const accept = isOwn ? [400, 404] : [400, 403, 404];
  const answer = await ask(access, USERS, { path: ['directory', 'v1', 'users', address], accept });
  return answer.status === 200 ? answer.read(User) : null;
}
