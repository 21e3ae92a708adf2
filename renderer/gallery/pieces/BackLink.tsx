import { paths } from '../../../contract/paths.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const link = () => <BackLink href={paths.users()}>{t('usersScreen')}</BackLink>;

export const piece: Piece = {
  group: 'acts',
  states: [
    { name: 'plain', show: link },
    { name: 'hover', show: () => <Shown as="hover">{link()}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{link()}</Shown> },
  ],
};
