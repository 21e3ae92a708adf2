import { loadWords } from '../language/words.ts';

/** What the page says of its calls, in the reader's language. */
export const { t } = await loadWords('data');
