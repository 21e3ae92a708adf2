import { SearchField } from '../../ui/SearchField.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(start: string) {
  return () => (
    <Held start={start}>
      {(value, change) => <SearchField label={t('searchPeople')} value={value} onChange={change} />}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  width: 280,
  states: [
    { name: 'empty', show: show('') },
    { name: 'filled', show: show('jo p') },
    { name: 'hover', show: () => <Shown as="hover">{show('')()}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{show('')()}</Shown> },
  ],
};
