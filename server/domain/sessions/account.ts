import type { Factor } from '../../../contract/auditActions.ts';
import type { Role } from '../../../contract/permissions.ts';
import { isStaff, permissionsOf } from '../../../contract/permissions.ts';
import type { Actor } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { activationRequired, isFirstEnrolment } from '../authenticators/activation.ts';
import type { ActivationFacts } from '../authenticators/activation.ts';
import type { CurrentPolicy } from '../policy/current.ts';
import type { Standing } from '../policy/standing.ts';
import { boundWaiver, isMfaAsWritten } from '../people/macs.ts';
import { rolesOf } from '../people/roleStore.ts';
import { userById } from '../people/store.ts';
import type { User } from '../people/people.ts';
import { standingOfUser } from '../people/rows.ts';
import type { LiveSession } from './store.ts';

/** A user with roles and with where policy puts them, read together. */
export interface Account {
  user: User;
  roles: Role[];
  standing: Standing;
  activationRequired: boolean;
}

/** Null, too, where somebody wrote to the database that they have no MFA. */
export async function readAccount(
  db: Reader,
  keys: Keyring,
  userId: string,
  policy: CurrentPolicy,
  now: number,
): Promise<Account | null> {
  const user = await userById(db, userId);
  if (!user || !isMfaAsWritten(keys, user)) return null;
  const roles = await rolesOf(db, keys, userId);
  const isOff = user.mfa_state === 'off';
  const firstEnrolment = isOff && (await isFirstEnrolment(db, { ...user, isStaff: isStaff(roles) }));
  return accountOf(user, { roles, firstEnrolment, waivedUntil: boundWaiver(keys, user) }, policy, now);
}

/** Where policy puts a user, of what was read. Pure. */
export function accountOf(
  user: User,
  {
    roles,
    firstEnrolment,
    waivedUntil,
  }: { roles: Role[] } & Pick<ActivationFacts, 'firstEnrolment' | 'waivedUntil'>,
  policy: Pick<CurrentPolicy, 'document'>,
  now: number,
): Account {
  const standing = standingOfUser(user, roles, policy, now);
  return {
    user,
    roles,
    standing,
    activationRequired:
      user.mfa_state === 'off' &&
      activationRequired(
        policy.document,
        {
          setupDue: user.setup_due === 1,
          // SECURITY: by the roles that a server with the key wrote, and not by the column (S-120).
          isStaff: isStaff(roles),
          firstEnrolment,
          waivedUntil,
        },
        now,
      ),
  };
}

/** What a right password leads to. Null where there is no signing in by password: the answer is that of a wrong one. */
export function stepAfterPassword({
  user,
  standing,
}: Pick<Account, 'user' | 'standing'>): 'code' | 'setup' | 'signed_in_with_grace' | 'signed_in' | null {
  // Suspended, or told to sign in by SSO only, since the look-up before the hash.
  if (user.status !== 'active' || user.external === 1) return null;
  if (user.mfa_state !== 'off') return 'code';
  if (standing.blocked) return 'setup';
  return standing.inGrace ? 'signed_in_with_grace' : 'signed_in';
}

/** The person behind a session. A sign-in made by SSO bypasses Gatehouse's MFA: it is never blocked. */
export function actorOf(
  account: Account,
  session: LiveSession,
  policy: CurrentPolicy,
): { actor: Actor; blocked: boolean; factors: readonly Factor[] } {
  const { user, roles, standing } = account;
  return {
    actor: {
      userId: user.id,
      username: user.username,
      name: user.name,
      roles,
      permissions: permissionsOf(roles, policy.document.helpDeskDecides),
      sessionId: session.id,
      steppedUpUntil: session.steppedUpUntil,
      via: session.via,
    },
    blocked: session.via === 'password' && standing.blocked,
    factors: session.factors,
  };
}
