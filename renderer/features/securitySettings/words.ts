import { loadWords } from '../../language/words.ts';

/** What one's own security settings say, in the reader's language. */
export const { t, rich } = await loadWords('securitySettings');
