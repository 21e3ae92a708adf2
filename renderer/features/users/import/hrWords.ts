import type { OutputOf } from '../../../../contract/operations.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';

/** Beside the box by which a file is said to come from the HR system. */
export const FROM_HR = {
  label: 'This file comes from our HR system',
  helper:
    'Tick it only if you are sure: a second administrator or security officer has to agree. Without it, phone numbers and managers count as typed by you for 30 days: where a reset asks for a second person and rests on them, somebody else decides. People are imported at once either way.',
};

/** What became of that, after the import; undefined where nobody said so, or it counts already. */
export function hrOutcome({ pendingChange }: OutputOf<'users.import'>): string | undefined {
  if (pendingChange === undefined) return undefined;
  return `That the file comes from the HR system doesn’t count yet. ${keptWords({ pendingChange })}`;
}
