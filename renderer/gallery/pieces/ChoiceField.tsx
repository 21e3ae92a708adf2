import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const options = [
  { value: 'lost', label: t('lostPhone') },
  { value: 'broken', label: t('brokenPhone') },
  { value: 'replaced', label: t('newPhone') },
];

function show(start: string, more: { helper?: string; error?: string; row?: boolean } = {}) {
  return () => (
    <Held start={start}>
      {(value, change) => (
        <ChoiceField label={t('whyReset')} options={options} value={value} onChange={change} {...more} />
      )}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'empty', show: show('') },
    { name: 'filled', show: show('broken', { helper: t('whyResetHint') }) },
    { name: 'row', show: show('lost', { row: true }) },
    { name: 'focus', show: () => <Shown as="focus">{show('lost')()}</Shown> },
    { name: 'pair', show: show('lost', { row: true }) },
    { name: 'error', show: show('', { error: t('chooseOne') }) },
  ],
};
