import { LANGUAGES } from '../../../contract/words/languages.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { createVoice } from '../../../contract/words/write.ts';
import { language, locale } from '../../language/current.ts';

const changes = await LANGUAGES[language].rooms.changes();
const { write } = createVoice(locale, { changes });

/** What a change would do, in the reader's language; an older event has it as text only. */
export function changeSummary({ words, summary }: Readonly<Record<string, unknown>>): string {
  if (isChange(words)) return write(words);
  return typeof summary === 'string' ? summary : '';
}

function isChange(words: unknown): words is Sentence<'changes'> {
  const said = words as Partial<Sentence> | null | undefined;
  return said?.room === 'changes' && said.key !== undefined && Object.hasOwn(changes, said.key);
}
