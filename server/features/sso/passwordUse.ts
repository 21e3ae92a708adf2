import type { Role } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { endLinks } from '../../domain/passwordLinks/store.ts';
import { setExternal } from '../../domain/people/externalStore.ts';
import { endChallenges } from '../../domain/sessions/challengeStore.ts';
import { endPasswordSessions } from '../../domain/sessions/ssoSessionStore.ts';
import { hasAnotherAdministrator, lockStaff } from '../../domain/people/administratorStore.ts';
import type { User } from '../../domain/people/people.ts';
import { linksOfUser } from './store.ts';

/**
 * Forbids or allows a linked user the local password. Forbidden, it is kept on record and answered as a wrong one; what it
 * made ends: sessions, challenges, links to set one.
 */
export async function changePasswordUse(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'random' | 'keys'>,
  change: { user: User; roles: readonly Role[]; forbidden: boolean; actor: Actor; now: number },
): Promise<void> {
  const { user, roles, forbidden, actor, now } = change;
  if ((user.external === 1) === forbidden) return;
  if (forbidden) {
    await requireLink(tx, user);
    if (roles.includes('administrator')) await requirePasswordAdministrator(tx, deps, user);
    await endPasswordSessions(tx, user.id);
    await endChallenges(tx, user.id);
    await endLinks(tx, user.id, now);
  }
  await setExternal(tx, user.id, forbidden);
  const [from, to] = forbidden ? ['kept', 'forbidden'] : ['forbidden', 'kept'];
  await appendAudit(tx, deps, {
    at: now,
    action: 'user.updated',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { changed: { password: { from, to } } },
  });
}

async function requireLink(tx: Tx, user: User): Promise<void> {
  if ((await linksOfUser(tx, user.id)).length > 0) return;
  throw refuse('sso_link_needed', {
    detail: sentence('answers/sso', 'notLinked', { name: user.name }),
  });
}

/** Where the provider is gone for good, somebody has to be able to change these settings. */
async function requirePasswordAdministrator(
  tx: Tx,
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  user: User,
): Promise<void> {
  await lockStaff(tx, db.dialect);
  if (await hasAnotherAdministrator(tx, keys, user.id)) return;
  throw refuse('last_administrator', {
    detail: sentence('answers/sso', 'lastWithPassword', { name: user.name }),
  });
}
