import type { KeptForSecond } from '../../contract/schemas.ts';
import { dueDay } from '../ui/time.ts';
import { t } from './words.ts';

/** The toast of an act that is not done yet: which one, and what it waits for. */
export const keptToast = (kept: KeptForSecond) =>
  ({ tone: 'waiting', text: `${kept.pendingChange.summary} ${keptWords(kept)}` }) as const;

/** What to say of an act that is kept for a second person or for its date. */
export function keptWords({ pendingChange: { takesEffectAt } }: KeptForSecond): string {
  return takesEffectAt === null
    ? t('waitsForSecond')
    : t('takesEffectOn', { date: dueDay(takesEffectAt, Date.now()) });
}
