import { ShowMore } from '../../ui/ShowMore.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';

export const piece: Piece = {
  group: 'acts',
  width: 200,
  states: [
    { name: 'plain', show: () => <ShowMore busy={false} onMore={nothing} /> },
    {
      name: 'hover',
      show: () => (
        <Shown as="hover">
          <ShowMore busy={false} onMore={nothing} />
        </Shown>
      ),
    },
    {
      name: 'focus',
      show: () => (
        <Shown as="focus">
          <ShowMore busy={false} onMore={nothing} />
        </Shown>
      ),
    },
    { name: 'loading', show: () => <ShowMore busy onMore={nothing} /> },
  ],
};
