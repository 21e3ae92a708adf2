import { loadWords } from '../../language/words.ts';

/** What the queue, the work page and deciding say, in the reader's language. */
export const { t, rich } = await loadWords('resetRequests');
