import type { OutputOf } from '../../../../contract/operations.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';
import { t } from '../words.ts';

/** Beside the box by which a file is said to come from the HR system. */
export const FROM_HR = {
  label: t('fromHr'),
  helper: t('fromHrHelp'),
};

/** What of it waits for a second person, after the import; undefined where nothing does. */
export function hrOutcome({ pendingChange, pendingLinks }: OutputOf<'users.import'>): string | undefined {
  const waits = [
    ...(pendingChange ? [t('fromHrWaits', { waits: keptWords({ pendingChange }) })] : []),
    ...(pendingLinks ? [t('linksWait', { waits: keptWords({ pendingChange: pendingLinks }) })] : []),
  ];
  return waits.length > 0 ? waits.join(' ') : undefined;
}
