import type { OutputOf } from '../../../../contract/operations.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';

/** Beside the box by which a file is said to come from the HR system. */
export const FROM_HR = {
  label: 'This file comes from our HR system',
  helper:
    'Leave it off if you are not sure. A second administrator or security officer has to agree. People go in at once either way; without it, phone numbers and managers count as entered by you for 30 days.',
};

/** What became of that, after the import; undefined where nobody said so, or it counts already. */
export function hrOutcome({ pendingChange }: OutputOf<'users.import'>): string | undefined {
  if (pendingChange === undefined) return undefined;
  return `That the file comes from the HR system doesn’t count yet. ${keptWords({ pendingChange })}`;
}
