import { lazy, type ComponentType } from 'react';

// What `lazy` itself takes: a piece of any props.
type Piece = Parameters<typeof lazy>[0] extends () => Promise<{ default: infer C extends ComponentType }>
  ? C
  : never;

/**
 * A piece that comes when it is first shown: what no first screen waits for. Stands inside a `Suspense`.
 *
 * @param load imports the piece's module
 * @param name what it exports
 */
export const lazyPart = <Name extends string, Part extends Piece>(
  load: () => Promise<Record<Name, Part>>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] }));
