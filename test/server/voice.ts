import { voiceOf } from '../../server/words.ts';

/** Who says what an answer holds: tests read English. */
export const voice = voiceOf('en');
