import { loadWords } from '../../language/words.ts';

/** What the outbox says, in the reader's language. */
export const { t, rich } = await loadWords('outbox');
