import type { KeptForSecond } from '../../contract/schemas.ts';
import { shortDay } from '../ui/time.ts';

/** What to say of an act that is kept for a second person or for its date. */
export function keptWords({ pendingChange: { takesEffectAt } }: KeptForSecond): string {
  return takesEffectAt === null
    ? 'It waits for a second administrator or security officer, who was mailed.'
    : `It takes effect on ${shortDay(takesEffectAt, Date.now())}, unless it is withdrawn before.`;
}
