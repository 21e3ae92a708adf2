import { sentence } from '../../../../contract/words/sentence.ts';
import { encodingOf } from '../../../../contract/byteOrderMark.ts';
import { refuse } from '../../../refusal.ts';

/**
 * The text of a CSV: as its byte order mark says, else UTF-8 where it can be that, else windows-1252, in which spreadsheets still
 * save. Refuses what is no text: a workbook, or UTF-16 without its mark.
 */
export function csvText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (!text.includes('\u0000')) return text;
  const detail = sentence('answers/users', 'notCsv');
  throw refuse('invalid_input', { detail, fields: { content: detail } });
}

function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  // Of a file that says UTF-16, letters that can't be read become U+FFFD, which each row tells of.
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
