import { WhyField } from '../../ui/WhyField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

function show(start: string, more: { helper?: string; error?: string } = {}) {
  return () => (
    <Held start={start}>{(value, change) => <WhyField value={value} onChange={change} {...more} />}</Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'empty', show: show('', { helper: t('whyHint') }) },
    { name: 'filled', show: show(t('whySaid')) },
    { name: 'error', show: show('', { error: t('whyMissing') }) },
  ],
};
