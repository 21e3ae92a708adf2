import { MoreFilters } from '../../ui/MoreFilters.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const more = (
  <MoreFilters>
    <SelectField label={t('department')} options={[{ value: '', label: t('everyDepartment') }]} />
  </MoreFilters>
);

export const piece: Piece = {
  group: 'lists',
  width: 200,
  states: [
    { name: 'plain', show: () => more },
    { name: 'focus', show: () => <Shown as="focus">{more}</Shown> },
  ],
};
