import { t } from './words.ts';

/** What staff read of wrong tries at an activation code that is still good. */
export function wrongTriesSentence(wrong: number, name: string): string {
  return t('wrongTries', { count: wrong, name });
}
