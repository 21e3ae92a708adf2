import { SwitchField } from '../../ui/SwitchField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(start: boolean, more: { helper?: string; disabled?: boolean; flush?: boolean } = {}) {
  return () => (
    <Held start={start}>
      {(checked, change) => (
        <SwitchField label={t('automaticReset')} checked={checked} onChange={change} {...more} />
      )}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'off', show: show(false, { helper: t('automaticResetMeans') }) },
    { name: 'on', show: show(true) },
    { name: 'focus', show: () => <Shown as="focus">{show(true)()}</Shown> },
    { name: 'disabled', show: show(true, { disabled: true }) },
    { name: 'compact', show: show(true, { flush: true, helper: t('automaticResetMeans') }) },
    { name: 'longText', show: show(false, { helper: t('long') }) },
  ],
};
