import { FilterBar } from '../../ui/FilterBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const departments = [
  { value: '', label: t('everyDepartment') },
  { value: 'finance', label: t('finance') },
];

function show(chosen: string, label: string) {
  return () => (
    <FilterBar onClear={chosen !== '' && nothing} side={t('peopleFound', { count: chosen ? 37 : 4812 })}>
      <SelectField compact label={label} options={departments} defaultValue={chosen} />
    </FilterBar>
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 'wide',
  states: [
    { name: 'plain', show: show('', t('department')) },
    { name: 'filled', show: show('finance', t('departmentChosen')) },
  ],
};
