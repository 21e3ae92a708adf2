import { loadWords } from '../language/words.ts';

/** What the frame around every page says, in the reader's language. */
export const { t, rich } = await loadWords('app');
