import { Address } from '../../ui/Address.tsx';
import type { Piece } from '../piece.ts';

export const piece: Piece = {
  group: 'facts',
  width: 200,
  states: [
    { name: 'plain', show: () => <Address>jo.park@example.org</Address> },
    { name: 'longText', show: () => <Address>maximiliane.hohenstein@personal.northwind.example</Address> },
  ],
};
