import { encodingOf } from '../../../../contract/byteOrderMark.ts';
import { t } from '../words.ts';

/** As the server takes it; roles are parted by `;`, a manager is a username, also one further down. */
export const HEADER = 'username,email,name,department,role,phone,mobile,manager';

export const TEMPLATE = [
  HEADER,
  'jo.park,jo.park@example.org,Jo Park,Finance,,+441632960101,+447700900101,sam.lee',
  'sam.lee,sam.lee@example.org,Sam Lee,Finance,help_desk;auditor,+441632960102,,',
  '',
].join('\r\n');

/** Bytes; the server refuses more. */
const LIMIT = 32 * 1024 * 1024;

export type ReadFile = { text: string; problem?: undefined } | { text?: undefined; problem: string };

/** A chosen file's text, as its byte order mark says. Spreadsheets still save CSV in the old Western encoding; what isn't UTF-8 is read as that. */
export async function readCsv(file: File): Promise<ReadFile> {
  if (file.size > LIMIT) {
    return { problem: t('fileTooBig', { file: file.name, size: megabytes(file.size) }) };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    if (text.includes('\u0000')) {
      return { problem: t('notCsv', { file: file.name }) };
    }
    return { text };
  }
}

const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));

/** What stands in a line, counted from 1. */
export function lineOf(content: string): (line: number) => string {
  const lines = content.split(/\r\n|\n|\r/);
  return (line) => lines[line - 1] ?? '';
}

/** The lines that the server names as `2-61,70`. */
export function linesIn(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
}

/** A field with line breaks in it goes on for no more lines than this: quotes that don't fit would take all the rest with them. */
const LONGEST_ROW = 100;

/** Whole rows, by the line that they begin in: a field in quotes may hold line breaks (RFC 4180). */
function rowOf(content: string): (line: number) => string {
  const at = lineOf(content);
  return (first) => {
    let row = at(first);
    for (let line = first + 1; endsInQuotes(row) && line < first + LONGEST_ROW; line += 1)
      row = `${row}\r\n${at(line)}`;
    return endsInQuotes(row) ? at(first) : row;
  };
}

function endsInQuotes(row: string): boolean {
  let isInside = false;
  for (let index = 0; index < row.length; index += 1) {
    if (row[index] !== '"') continue;
    // One in the middle of a field without quotes is a letter as any other.
    if (!isInside) isInside = index === 0 || /[,;|\t\n]/.test(row[index - 1] ?? '');
    else if (row[index + 1] === '"') index += 1;
    else isInside = false;
  }
  return isInside;
}

/** The rows that can't be imported under the header, to be put right and imported again. */
export function onlyLines(content: string, lines: readonly number[]): string {
  const at = rowOf(content);
  return `${[at(1), ...lines.map(at)].join('\r\n')}\r\n`;
}
