import type { AuditEvent } from '../../../contract/schemas.ts';
import { eventLook } from '../../shared/eventLook.ts';
import { factorWords } from '../../shared/origin.ts';
import { t } from './words.ts';

/** What happened, as a list has it. A sign-in says with what, so that one without a code is seen among the others. */
export function actionWords({
  action,
  origin,
  data,
}: Pick<AuditEvent, 'action' | 'origin' | 'data'>): string {
  const factors = origin?.factors ?? [];
  // Events from before factors were written down know of none.
  if (action !== 'sign_in.succeeded' || factors.length === 0) return eventLook(action, data).words;
  return t('howSignedIn', { how: factors.join('_'), factors: factorWords(factors) });
}
