import type { InvitationState } from '../../../contract/invitations.ts';
import type { UserRow } from '../../../contract/operations/userSchemas.ts';
import type { Role } from '../../../contract/permissions.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { CurrentPolicy } from '../policy/current.ts';
import { standingOf } from '../policy/standing.ts';
import type { Standing } from '../policy/standing.ts';
import type { User } from './people.ts';

/** Where policy puts a user now. */
export function standingOfUser(
  user: User,
  roles: readonly Role[],
  policy: Pick<CurrentPolicy, 'document'>,
  now: number,
): Standing {
  return standingOf(
    policy.document,
    {
      userId: user.id,
      roles,
      department: user.department,
      mfaState: user.mfa_state,
      setupDue: user.setup_due === 1,
      graceEndsAt: user.grace_ends_at,
      external: user.external === 1,
    },
    now,
  );
}

/** A user as lists show them. */
export function toUserRow(user: User, roles: Role[], policy: CurrentPolicy, now: number): UserRow {
  const standing = standingOfUser(user, roles, policy, now);
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    email: user.email,
    department: user.department,
    roles,
    status: user.status,
    mfa: {
      state: user.mfa_state,
      required: standing.required,
      inGrace: standing.inGrace,
      graceEndsAt: standing.inGrace ? rfc3339OrNull(user.grace_ends_at) : null,
      blocked: standing.blocked,
      external: user.external === 1,
      locked: user.locked_at !== null,
      stopped: user.mfa_state !== 'off' && user.mfa_stopped_at !== null,
      since: rfc3339OrNull(user.mfa_since),
    },
    lastSignInAt: rfc3339OrNull(user.last_sign_in_at),
    createdAt: rfc3339(user.created_at),
    ...(user.invitation === null || user.external === 1 ? {} : { invitation: shownState(user.invitation) }),
  };
}

/** What is asked for waits for the mail server, as what is in the outbox does. */
const shownState = (stored: NonNullable<User['invitation']>): InvitationState =>
  stored === 'asked' ? 'waiting' : stored;
