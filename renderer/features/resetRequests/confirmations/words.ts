import { loadWords } from '../../../language/words.ts';

/** What is asked of a manager, and of whom a request is for: apart from the work page, since it is asked on every page. */
export const { t, rich } = await loadWords('confirmations');
