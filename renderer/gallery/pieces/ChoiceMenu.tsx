import { mdiCircleHalfFull } from '@mdi/js';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const looks = [t('system'), t('light'), t('dark')];

const menu = (
  <Held start={t('light')}>
    {(chosen, choose) => (
      <ChoiceMenu
        label={t('theme')}
        icon={mdiCircleHalfFull}
        groups={[
          {
            title: t('theme'),
            options: looks.map((label) => ({
              label,
              chosen: label === chosen,
              onChoose: () => choose(label),
            })),
          },
        ]}
      />
    )}
  </Held>
);

export const piece: Piece = {
  group: 'acts',
  width: 200,
  states: [
    { name: 'plain', show: () => menu },
    { name: 'hover', show: () => <Shown as="hover">{menu}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{menu}</Shown> },
  ],
};
