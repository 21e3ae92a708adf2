import { knownColumns } from './columns.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What Excel writes above a file to say what parts its columns. */
const SAID = /^\uFEFF?sep=(.)[^\S\n]*(?=\r?\n|$)/i;

/**
 * What parts the columns of a CSV, and its text without a line that says so: the character by which most columns of the first
 * line are known, the comma where none are. The number of lines stays, so that rows keep theirs.
 */
export function readDelimiter(content: string): { delimiter: string; content: string } {
  const said = SAID.exec(content);
  if (said?.[1]) return { delimiter: said[1], content: content.slice(said[0].length) };
  const first = /^[^\S\n\t]*\S[^\r\n]*/m.exec(content.replace(/^\uFEFF/, ''))?.[0] ?? '';
  const best = DELIMITERS.map((delimiter) => {
    const headers = partsOf(first, delimiter);
    return { delimiter, known: knownColumns(headers), columns: headers.length };
  }).reduce((one, other) =>
    other.known > one.known || (other.known === one.known && other.columns > one.columns) ? other : one,
  );
  return { delimiter: best.delimiter, content };
}

/** A line's values where none holds the delimiter itself, as headers hardly do; quotation marks are taken off. */
const partsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
