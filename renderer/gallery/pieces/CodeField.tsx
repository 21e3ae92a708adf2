import { CodeField } from '../../ui/CodeField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(start: string, more: { helper?: string; error?: string; busy?: boolean } = {}) {
  return () => (
    <Held start={start}>
      {(value, change) => <CodeField label={t('code')} value={value} onChange={change} {...more} />}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'empty', show: show('', { helper: t('codeHint') }) },
    { name: 'filled', show: show('123456') },
    { name: 'focus', show: () => <Shown as="focus">{show('123')()}</Shown> },
    { name: 'busy', show: show('123456', { busy: true }) },
    { name: 'error', show: show('123456', { error: t('wrongCode') }) },
  ],
};
