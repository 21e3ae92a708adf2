import { loadWords } from '../../language/words.ts';

/** What the settings say, in the reader's language. */
export const { t, rich } = await loadWords('settings');
