import { loadWords } from '../../language/words.ts';

/** What the dashboard says, in the reader's language. */
export const { t, rich } = await loadWords('dashboard');
