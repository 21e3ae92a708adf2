import { mdiDotsHorizontal, mdiLockOpenOutline, mdiLockReset } from '@mdi/js';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const actions = [
  { label: t('unlock'), icon: mdiLockOpenOutline, disabled: true, onSelect: nothing },
  { label: t('resetMfa'), icon: mdiLockReset, danger: true, onSelect: nothing },
];
const menu = <ActionMenu label={t('actions')} actions={actions} />;
const bare = <ActionMenu label={t('more')} icon={mdiDotsHorizontal} actions={actions} />;

export const piece: Piece = {
  group: 'acts',
  width: 200,
  states: [
    { name: 'plain', show: () => menu },
    { name: 'iconAlone', show: () => bare },
    { name: 'hover', show: () => <Shown as="hover">{menu}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{bare}</Shown> },
  ],
};
