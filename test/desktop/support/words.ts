import { words } from '../../../contract/words/en/desktop.ts';
import { createVoice } from '../../../contract/words/write.ts';

/** The desktop's sentences in English. */
export const english = createVoice<'desktop'>('en-GB', { desktop: words });
export const say = english.say('desktop');
