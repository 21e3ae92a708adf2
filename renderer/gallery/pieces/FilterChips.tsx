import { FilterChips } from '../../ui/FilterChips.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { JO } from '../sample.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(...values: string[]) {
  return () => (
    <FilterChips
      ref={null}
      chips={values.map((value) => ({ key: value, name: t('department'), value, onRemove: nothing }))}
      onRemove={nothing}
      onClear={nothing}
    />
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 'wide',
  states: [
    { name: 'plain', show: show(t('finance'), t('surgery'), JO) },
    { name: 'longText', show: show(t('longName'), t('finance')) },
    { name: 'focus', show: () => <Shown as="focus">{show(t('finance'))()}</Shown> },
  ],
};
