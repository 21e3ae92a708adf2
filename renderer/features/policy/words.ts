import { loadWords } from '../../language/words.ts';

/** What the policy's screens say, in the reader's language. */
export const { t, rich } = await loadWords('policy');
