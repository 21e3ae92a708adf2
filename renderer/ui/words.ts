import { loadWords } from '../language/words.ts';

/** What pieces of the interface say, in the reader's language. */
export const { t } = await loadWords('ui');
