import { DateFilter } from '../../ui/DateFilter.tsx';
import { Held } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(start: string) {
  return () => (
    <Held start={start}>
      {(value, change) => (
        <DateFilter label={t('from')} value={value} edge="start" onChange={(at) => change(at ?? '')} />
      )}
    </Held>
  );
}

export const piece: Piece = {
  group: 'forms',
  width: 240,
  states: [
    { name: 'empty', show: show('') },
    { name: 'filled', show: show('2026-11-24T12:00:00.000Z') },
    { name: 'focus', show: () => <Shown as="focus">{show('')()}</Shown> },
  ],
};
