import type { User } from '../people/people.ts';

/** Mails whose link sets a new password, and nothing else. */
const PASSWORD_ONLY: readonly string[] = ['password_link', 'new_password_wanted'];

/**
 * Whether a mail that lets somebody in goes although the way of mails was just turned. SECURITY: whoever turned it reads what goes
 * by it. A new password alone opens no account that has MFA, so that such a link goes, unless it is of staff.
 */
export function goesByYoungRoute(
  kind: string,
  user: Pick<User, 'mfa_state' | 'is_staff'> | undefined,
): boolean {
  return PASSWORD_ONLY.includes(kind) && user?.mfa_state === 'on' && user.is_staff === 0;
}
