import type { Tx } from '../../db/connection.ts';
import type { OrganisationTable } from '../../db/schema.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditDeps } from '../../domain/audit/append.ts';
import { createDefaultPolicy } from '../../domain/policy/defaultPolicy.ts';
import { createUser } from '../../domain/people/createUser.ts';
import type { User } from '../../domain/people/people.ts';
import { insertOrganisation } from '../../domain/settings/store.ts';
import { removeSetupLink } from './setupLinkStore.ts';

export interface FirstAdministrator {
  username: string;
  name: string;
  email: string;
  passwordHash: string;
}

/** For the first administrator there is nobody who could hand over an activation code. */
export const NEVER = Date.UTC(9999, 11, 31);

/**
 * Makes the organisation with its default policy and its first administrator, who is a security officer too. Refuses with
 * `already_set_up`: of two at once the primary key lets one through. The token is checked by the caller.
 */
export async function createOrganisation(
  tx: Tx,
  deps: AuditDeps,
  {
    name,
    kind,
    administrator,
    now,
  }: { name: string; kind: OrganisationTable['kind']; administrator: FirstAdministrator; now: number },
): Promise<User> {
  await foundOrganisation(tx, { name, kind, now });
  const user = await createUser(
    tx,
    deps,
    { ...administrator, roles: ['security_officer', 'administrator'], activationWaivedUntil: NEVER },
    { by: null, now },
  );
  if (!user) throw refuse('already_set_up');
  await createDefaultPolicy(tx, deps.keys, { savedBy: user.id, now });
  const person = { id: user.id, name: user.name };
  await appendAudit(tx, deps, {
    at: now,
    action: 'organisation.created',
    actor: person,
    target: person,
    data: { organisation: name, kind },
  });
  return user;
}

/** The one row that says that this server has its organisation; its set-up link ends. Refuses with `already_set_up`. */
export async function foundOrganisation(
  tx: Tx,
  { name, kind, now }: { name: string; kind: OrganisationTable['kind']; now: number },
): Promise<void> {
  if (!(await insertOrganisation(tx, { name: name.trim(), kind, now }))) throw refuse('already_set_up');
  await removeSetupLink(tx);
}
