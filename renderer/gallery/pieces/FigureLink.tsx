import { paths } from '../../../contract/paths.ts';
import { figure } from '../../language/intl.ts';
import { FigureLink } from '../../ui/FigureLink.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';

const link = () => <FigureLink href={paths.users()}>{figure(4812)}</FigureLink>;

export const piece: Piece = {
  group: 'facts',
  width: 160,
  states: [
    { name: 'plain', show: link },
    { name: 'hover', show: () => <Shown as="hover">{link()}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{link()}</Shown> },
  ],
};
