import type { Sentence } from '../../../contract/words/sentence.ts';

/** A sentence as it is kept with a change: its key and values, which are said when it is read. */
export function keepSentence(sentence: Sentence | string): string {
  return typeof sentence === 'string' ? sentence : JSON.stringify(sentence);
}

/** What was kept so; changes from before sentences were kept have a text, which stays as it is. */
export function keptSentence(kept: string): Sentence | string {
  return kept.startsWith('{"room":') ? (JSON.parse(kept) as Sentence) : kept;
}
