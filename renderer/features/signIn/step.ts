import type { OutputOf } from '../../../contract/operations.ts';

export type SetupChallenge = Extract<OutputOf<'signIn.start'>, { outcome: 'setup_required' }>;

/** Where in signing in someone is. A challenge is kept here and nowhere else: leaving the page ends it. */
export type Step =
  | { name: 'password'; notice?: string }
  | { name: 'code'; challenge: string }
  /** Proves a link with a provider, and nothing else. */
  | { name: 'link_code'; challenge: string }
  | { name: 'setup'; challenge: SetupChallenge }
  | { name: 'reset'; challenge: string }
  | { name: 'requested'; requestCode: string };
