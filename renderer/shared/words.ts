import { loadWords } from '../language/words.ts';

/** What pieces of the domain say that several features show, in the reader's language. */
export const { t, rich } = await loadWords('shared');
