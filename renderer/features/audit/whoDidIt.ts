import type { AuditEvent } from '../../../contract/schemas.ts';
import { t } from './words.ts';

/** Who did it: by name; or somebody who was not signed in, which is not to say that Gatehouse did it. */
export function actorWords({ actor, origin, action }: AuditEvent): string {
  if (actor) return actor.name;
  // Events of before say nothing of where they came from; a wrong password was never typed by Gatehouse.
  const isStranger = origin ? origin.session === null : action === 'sign_in.password_wrong';
  return isStranger ? t('notSignedIn') : t('gatehouseItself');
}

/** Whom it is about. */
export const targetWords = ({ target }: AuditEvent): string => target?.name ?? t('theOrganisation');
