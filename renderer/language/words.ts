import { LANGUAGES } from '../../contract/words/languages.ts';
import { sayFrom } from '../../contract/words/say.ts';
import type { Say } from '../../contract/words/say.ts';
import type { Room, Rooms } from '../../contract/words/sentence.ts';
import { language, locale, trial } from './current.ts';
import { richFrom } from './rich.ts';
import type { Rich } from './rich.ts';

const read = trial === 'long' ? (await import('../../contract/words/pseudo.ts')).readLong : undefined;

// The modules that say these await them one after the other: what is asked for together comes together.
for (const room of ['ui', 'app', 'data', 'shared'] as const) void LANGUAGES[language].rooms[room]();

/**
 * The messages of a room in the reader's language, loaded with the module that says them:
 * `export const { t, rich } = await loadWords('users')`.
 */
export async function loadWords<R extends Room>(
  room: R,
): Promise<{ t: Say<Rooms[R]>; rich: Rich<Rooms[R]> }> {
  // The loaders of one room differ by language only.
  const messages = (await LANGUAGES[language].rooms[room]()) as Rooms[R];
  const t = sayFrom(locale, messages, read);
  return { t, rich: richFrom(t) };
}
