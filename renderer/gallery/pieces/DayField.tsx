import { DayField } from '../../ui/DayField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(start: string, more: { helper?: string; error?: string; disabled?: boolean } = {}) {
  return () => (
    <Held start={start}>
      {(day, change) => <DayField label={t('exemptUntil')} day={day} onDay={change} {...more} />}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'empty', show: show('', { helper: t('exemptHint') }) },
    { name: 'filled', show: show('2026-12-02') },
    { name: 'focus', show: () => <Shown as="focus">{show('2026-12-02')()}</Shown> },
    { name: 'disabled', show: show('2026-12-02', { disabled: true }) },
    { name: 'error', show: show('2025-12-02', { error: t('dayPast') }) },
  ],
};
