import type { OutputOf } from '../../../../contract/operations.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';
import { t } from '../words.ts';

/** Beside the box by which a file is said to come from the HR system. */
export const FROM_HR = {
  label: t('fromHr'),
  helper: t('fromHrHelp'),
};

/** What became of that, after the import; undefined where nobody said so, or it counts already. */
export function hrOutcome({ pendingChange }: OutputOf<'users.import'>): string | undefined {
  if (pendingChange === undefined) return undefined;
  return t('fromHrWaits', { waits: keptWords({ pendingChange }) });
}
