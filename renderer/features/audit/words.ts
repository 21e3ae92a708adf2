import { loadWords } from '../../language/words.ts';

/** What the audit log says, in the reader's language. */
export const { t, rich } = await loadWords('audit');
