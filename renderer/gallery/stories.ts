import { SCREENS } from './screens.tsx';
import { GROUPS, type Group, type Piece, type State } from './piece.ts';
import { t } from './words.ts';

/** Every file there, by its name: that of the piece of `renderer/ui` that it shows. */
const files = import.meta.glob<Piece>('./pieces/*.tsx', { eager: true, import: 'piece' });

export const PIECES: ReadonlyMap<string, Piece> = new Map(
  Object.entries(files).map(([path, piece]) => [/([^/]+)\.tsx$/.exec(path)?.[1] ?? path, piece]),
);

/** The pieces of a group whose states can stand on one page. */
export const piecesOf = (group: Group) =>
  [...PIECES].filter(([, piece]) => piece.group === group && !piece.alone);

export const isGroup = (name: string): name is Group => GROUPS.some((group) => group === name);

/** What there is to look at, as the list at the left has it. */
export interface Story {
  /** Its place in the address: `pieces/Banner`. */
  path: string;
  title: string;
  states: readonly State['name'][];
  /** Its states are shown one at a time. */
  alone: boolean;
}

const storyOf = ([name, piece]: [string, Piece]): Story => ({
  path: `pieces/${name}`,
  title: name,
  states: piece.states.map((state) => state.name),
  alone: piece.alone ?? false,
});

interface Shelf {
  title: string;
  /** Where all of it stands on one page. */
  path?: string;
  stories: readonly Story[];
}

export const SHELVES: readonly Shelf[] = [
  ...GROUPS.map((group) => ({
    title: t(group),
    path: `groups/${group}`,
    stories: [...PIECES].filter(([, piece]) => piece.group === group).map(storyOf),
  })),
  {
    title: t('screens'),
    stories: [...SCREENS].map(([name, { title, states }]) => ({
      path: `screens/${name}`,
      title,
      states,
      alone: true,
    })),
  },
];

const STORIES: ReadonlyMap<string, Story> = new Map(
  SHELVES.flatMap(({ title, path, stories }) => [
    ...(path ? [{ path, title, states: [], alone: false }] : []),
    ...stories,
  ]).map((story) => [story.path, story]),
);

export const findStory = (path: string): Story | undefined => STORIES.get(path);

/** The state that is on show: of a story whose states stand alone always one of them, else '' for all. */
export function stateShown(story: Story, asked: string): State['name'] | '' {
  return story.states.find((name) => name === asked) ?? (story.alone ? (story.states[0] ?? '') : '');
}

/** Each story, and each state of those whose states stand alone: `pieces/Banner/`, `pieces/CardPage/plain`. */
export const ADDRESSES: readonly string[] = [...STORIES.values()].flatMap(({ path, states, alone }) =>
  alone ? states.map((state) => `${path}/${state}`) : [`${path}/`],
);
