import { loadWords } from '../../language/words.ts';

/** What the people's list, their pages and the import say, in the reader's language. */
export const { t, rich } = await loadWords('users');
