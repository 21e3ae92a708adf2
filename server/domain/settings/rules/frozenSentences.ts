import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';

/** What somebody is told whose act is stopped by a freeze. */
export const FROZEN_SENTENCES: Record<FreezeSwitch, Sentence> = {
  resets: sentence('answers/settings', 'frozenResets'),
  setups: sentence('answers/settings', 'frozenSetups'),
  passwords: sentence('answers/settings', 'frozenPasswords'),
};
