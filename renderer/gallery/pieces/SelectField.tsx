import type { ComponentProps } from 'react';
import { SelectField } from '../../ui/SelectField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const options = [
  { value: 'user', label: t('user') },
  { value: 'help_desk', label: t('helpDesk') },
];

function show(more: Partial<ComponentProps<typeof SelectField>> = {}) {
  return () => (
    <Held start="user">
      {(value, change) => (
        <SelectField
          label={t('role')}
          options={options}
          value={value}
          onChange={({ target }) => change(target.value)}
          {...more}
        />
      )}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'plain', show: show({ helper: t('roleHint') }) },
    { name: 'hover', show: () => <Shown as="hover">{show()()}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{show()()}</Shown> },
    { name: 'disabled', show: show({ disabled: true }) },
    { name: 'error', show: show({ error: t('roleTooHigh') }) },
    { name: 'compact', show: show({ compact: true }) },
    { name: 'inGroups', show: show({ options: options.map((one) => ({ ...one, group: one.label })) }) },
    { name: 'longText', show: show({ options: [{ value: 'user', label: t('long') }] }) },
  ],
};
