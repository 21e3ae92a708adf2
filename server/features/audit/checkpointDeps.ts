import type { Deps } from '../../context.ts';

/** What signing the end of the log, and keeping that outside, is made from. */
export type CheckpointDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'log'>;
