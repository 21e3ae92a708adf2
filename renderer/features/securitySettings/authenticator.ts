import type { OutputOf } from '../../../contract/operations.ts';

/** One of the own, as its owner knows it. */
export type Authenticator = OutputOf<'me.authenticators'>['items'][number];
