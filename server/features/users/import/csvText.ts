import { sentence } from '../../../../contract/words/sentence.ts';
import { encodingOf } from '../../../../contract/byteOrderMark.ts';
import { refuse } from '../../../refusal.ts';

/**
 * The text of a CSV as its byte order mark says, without the mark. Letters that can't be read become U+FFFD, which each row
 * tells of. Refuses what is no text: a workbook, or UTF-16 without its mark.
 */
export function csvText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (!text.includes('\u0000')) return text;
  const detail = sentence('answers/users', 'notCsv');
  throw refuse('invalid_input', { detail, fields: { content: detail } });
}
