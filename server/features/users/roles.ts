import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { permissionsOf } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { roleRows } from '../../domain/people/createUser.ts';
import { insertRoles, markStaff, renewRoles, revokeRoles } from '../../domain/people/roleStore.ts';
import type { RoleChange } from './rules/roleChange.ts';
import type { ResetParts } from './suspend.ts';

interface Granting {
  user: AuditPerson;
  by: AuditPerson | null;
  now: number;
}

/**
 * Gives and takes roles that `roleRefusal` let through, with the audit events and the mails that they ask for. Who loses the
 * right to verify or to decide takes what they vouched for along, as by a suspension.
 */
export async function changeRoles(
  tx: Tx,
  deps: Deps,
  resets: Pick<ResetParts, 'voidPartsOf'>,
  granting: Granting & { held: readonly Role[]; change: RoleChange },
): Promise<void> {
  const { user, by, now, held, change } = granting;
  if (change.revoked.length > 0) {
    await revokeRoles(tx, user.id, change.revoked);
    for (const role of change.revoked) {
      await appendAudit(tx, deps, {
        at: now,
        action: 'role.revoked',
        actor: by,
        target: user,
        data: { role },
      });
    }
  }
  // What stands there and is no role gives way.
  if (change.granted.length > 0) await revokeRoles(tx, user.id, change.granted);
  await insertRoles(tx, deps.keys, roleRows(user.id, change.granted, by?.id ?? null, now));
  const after = [...held.filter((role) => !change.revoked.includes(role)), ...change.granted];
  await markStaff(tx, user.id, after);
  await tellOfGrants(tx, deps, granting, change.granted);
  if (losesPartInResets(held, after)) await resets.voidPartsOf(tx, user.id, now);
}

function losesPartInResets(before: readonly Role[], after: readonly Role[]): boolean {
  const [had, has] = [permissionsOf(before, false), permissionsOf(after, false)];
  return (['resets.verify', 'resets.decide'] as const).some((part) => had.has(part) && !has.has(part));
}

/** Roles that somebody takes up again, as if they were granted now: they count from now on, and staff hear of it (S-42). */
export async function grantAnew(
  tx: Tx,
  deps: Deps,
  granting: Granting,
  roles: readonly Role[],
): Promise<void> {
  const { user, by, now } = granting;
  await renewRoles(tx, deps.keys, user.id, roles, { by: by?.id ?? null, now });
  await tellOfGrants(tx, deps, granting, roles);
}

/** Every administrator and officer hears of a role that was granted (product: People). */
export async function tellOfGrants(
  tx: Tx,
  deps: Deps,
  { user, by, now }: Granting,
  granted: readonly Role[],
): Promise<void> {
  for (const role of granted.filter((name) => name !== 'user')) {
    await appendAudit(tx, deps, { at: now, action: 'role.granted', actor: by, target: user, data: { role } });
    await mailStaff(tx, deps, {
      to: 'administrators_and_officers',
      kind: 'role_granted',
      at: now,
      params: { person: user.name, by: by?.name ?? sentence('mail', 'operator'), role: roleIn(role) },
    });
  }
}

/** As a mail names it. */
export const roleIn = (role: Role): Sentence => sentence('mail', 'role', { role });
