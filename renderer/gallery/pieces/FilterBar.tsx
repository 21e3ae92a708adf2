import { useState } from 'react';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const departments = [
  { value: '', label: t('everyDepartment') },
  { value: 'finance', label: t('finance') },
];

function Filtered({ start }: { start: string }) {
  const [chosen, choose] = useState(start);
  const clear = () => choose('');
  const chip = { key: 'department', name: t('department'), value: t('finance'), onRemove: clear };
  return (
    <FilterBar
      chips={chosen === '' ? [] : [chip]}
      onClear={clear}
      side={t('peopleFound', { count: chosen ? 37 : 4812 })}
    >
      <SelectField
        compact
        label={t('department')}
        options={departments}
        value={chosen}
        onChange={({ target }) => choose(target.value)}
      />
    </FilterBar>
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 'wide',
  states: [
    { name: 'plain', show: () => <Filtered start="" /> },
    { name: 'filled', show: () => <Filtered start="finance" /> },
  ],
};
