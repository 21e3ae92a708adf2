import { ColumnMenu } from '../../ui/ColumnMenu.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const options = [
  { key: 'name', header: t('name') },
  { key: 'department', header: t('department') },
];

const menu = (
  <Held<ReadonlySet<string>> start={new Set(['name'])}>
    {(shown, change) => (
      <ColumnMenu
        options={options}
        shown={shown}
        onToggle={(key) =>
          change(new Set(options.map((one) => one.key).filter((one) => shown.has(one) !== (one === key))))
        }
      />
    )}
  </Held>
);

export const piece: Piece = {
  group: 'acts',
  width: 200,
  states: [
    { name: 'plain', show: () => menu },
    { name: 'focus', show: () => <Shown as="focus">{menu}</Shown> },
  ],
};
