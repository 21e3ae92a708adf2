import type { KeptForSecond } from '../../contract/schemas.ts';
import { shortDay } from '../ui/time.ts';

/** The toast of an act that is not done yet: which one, and what it waits for. */
export const keptToast = (kept: KeptForSecond) =>
  ({ tone: 'waiting', text: `${kept.pendingChange.summary} ${keptWords(kept)}` }) as const;

/** What to say of an act that is kept for a second person or for its date. */
export function keptWords({ pendingChange: { takesEffectAt } }: KeptForSecond): string {
  return takesEffectAt === null
    ? 'It waits for a second administrator or security officer, who was mailed.'
    : `It takes effect on ${shortDay(takesEffectAt, Date.now())}, unless it is withdrawn before.`;
}
