import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { Piece } from '../piece.ts';
import { ago } from '../sample.ts';
import { Shown } from '../Shown.tsx';

export const piece: Piece = {
  group: 'facts',
  width: 160,
  states: [
    { name: 'plain', show: () => <RelativeTime at={ago({ minutes: 41 })} /> },
    { name: 'earlier', show: () => <RelativeTime at={ago({ days: 1 })} /> },
    { name: 'lastYear', show: () => <RelativeTime at={ago({ days: 400 })} /> },
    { name: 'dayOnly', show: () => <RelativeTime at={ago({ days: 12 })} dayOnly /> },
    { name: 'due', show: () => <RelativeTime at={ago({ days: -9 })} due /> },
    {
      name: 'focus',
      show: () => (
        <Shown as="focus">
          <RelativeTime at={ago({ minutes: 41 })} />
        </Shown>
      ),
    },
  ],
};
