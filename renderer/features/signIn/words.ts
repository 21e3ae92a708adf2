import { loadWords } from '../../language/words.ts';

/** What the screens of signing in say, in the reader's language. */
export const { t, rich } = await loadWords('signIn');
