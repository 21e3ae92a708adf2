import { CopyButton } from '../../ui/CopyButton.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const button = <CopyButton label={t('copyKey')} copy={() => Promise.resolve()} />;

export const piece: Piece = {
  group: 'acts',
  width: 200,
  states: [
    { name: 'plain', show: () => button },
    { name: 'hover', show: () => <Shown as="hover">{button}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{button}</Shown> },
    {
      name: 'error',
      show: () => (
        <CopyButton label={t('copyRefused')} copy={() => Promise.reject(new Error('No clipboard.'))} />
      ),
    },
  ],
};
