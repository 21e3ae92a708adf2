import { loadWords } from '../../language/words.ts';

/** What saved views of lists say, in the reader's language. */
export const { t } = await loadWords('views');
