import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { CsvError, Info } from 'csv-parse';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { createRests } from '../../../inTurns.ts';
import type { Turns } from '../../../inTurns.ts';
import { readDelimiter } from './delimiter.ts';
import { ofRow } from './faults.ts';
import type { Fault } from './faults.ts';

export interface CsvRow {
  /** Where it begins in the file; the first line is 1. */
  line: number;
  values: string[];
}
/** A field of somebody who is there, and what the file has of it. */
export interface FieldChange {
  field: 'name' | 'email' | 'department' | 'phone' | 'mobile' | 'manager';
  from: string | null;
  to: string;
}

export interface RowProblem {
  line: number;
  faults: readonly Fault[];
  /** That the row goes in, without what the problems are about. */
  imported?: true;
  /** Of somebody who is there: what the row changes. */
  changes?: readonly FieldChange[];
}

const CHUNK = 8 * 1024;

/**
 * Reads a CSV (RFC 4180; also with a byte order mark, with lines ended by LF, and with columns parted by semicolons, tabs or bars).
 * Rows that can't be read are answered as problems, rows without any value not at all. Other work goes on in between: a file of
 * 30 MB takes seconds.
 */
export async function parseCsv(
  file: string,
  turns?: Turns,
): Promise<{ rows: CsvRow[]; problems: RowProblem[] }> {
  const { delimiter, content } = readDelimiter(file);
  const rows: CsvRow[] = [];
  const ends: number[] = [];
  const broken: CsvError[] = [];
  const parser = parse({
    delimiter,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) broken.push(error);
      return undefined;
    },
  });
  for await (const answer of Readable.from(chunksOf(content, createRests(turns))).pipe(parser)) {
    const { info, record } = answer as { info: Info; record: string[] };
    ends.push(info.lines);
    if (record.every((value) => value.trim() === '')) continue;
    rows.push({ line: info.lines - newLinesIn(record), values: record });
  }
  return {
    rows,
    problems: broken.length === 0 ? [] : quoteProblems(broken, ends, withoutMark(withOneLineEnd(content))),
  };
}

/** Every line ends the same way, so that lines are counted as a person's editor counts them. */
function withOneLineEnd(content: string): string {
  return content.replace(/\r\n?/g, '\n');
}

const withoutMark = (content: string): string => content.replace(/^\uFEFF/, '');

async function* chunksOf(content: string, rest: () => Promise<void>): AsyncGenerator<string> {
  for (let from = 0; from < content.length;) {
    // The two characters of one line end stay together.
    const to = from + CHUNK + (content[from + CHUNK - 1] === '\r' ? 1 : 0);
    const piece = withOneLineEnd(content.slice(from, to));
    yield from === 0 ? withoutMark(piece) : piece;
    from = to;
    await rest();
  }
}

/** The parser tells on which line a row ends; one with new lines inside its quotes began earlier. */
function newLinesIn(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + (value.match(/\n/g)?.length ?? 0), 0);
}

function quoteProblems(broken: readonly CsvError[], ends: readonly number[], text: string): RowProblem[] {
  const problems = new Map<number, Sentence>();
  for (const error of broken) {
    const seenOn = Number(Reflect.get(error, 'lines')) || 1;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
      const line = lineAfter(text, ends.findLast((end) => end < seenOn) ?? 0);
      problems.set(line, sentence('answers/users', 'quoteNotClosed'));
    } else if (!problems.has(seenOn)) {
      problems.set(seenOn, sentence('answers/users', 'quoteMisplaced'));
    }
  }
  return [...problems].map(([line, problem]) => ({ line, faults: [ofRow(problem)] }));
}

/** The first line after `end` that has anything in it. */
function lineAfter(text: string, end: number): number {
  const rest = text.split('\n').slice(end);
  return (
    end +
    1 +
    Math.max(
      0,
      rest.findIndex((line) => line !== ''),
    )
  );
}
