import type { ReactNode } from 'react';
import type { Words } from './words.ts';

/** What belongs together, and stands on one page. */
export const GROUPS = ['forms', 'acts', 'messages', 'lists', 'facts', 'layout'] as const;
export type Group = (typeof GROUPS)[number];

export interface State {
  /** A key of the gallery's words, and the state's place in the address. */
  name: keyof Words;
  show: () => ReactNode;
}

/** The states of one file of `renderer/ui`. */
export interface Piece {
  group: Group;
  /** Of one state in pixels; as many stand beside one another as there is room for. `wide`: one below the other. */
  width?: number | 'wide';
  /** A whole page, or what lies over one: its states are shown one at a time. */
  alone?: true;
  states: readonly State[];
}
