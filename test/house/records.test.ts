import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const folder = join(root, 'docs', 'decisions');
const records = globSync('[0-9]*.md', { cwd: folder }).toSorted();
const index = readFileSync(join(folder, 'README.md'), 'utf8');

const HEAD =
  /^# (?<number>\d+)\. (?<title>.+)\n\nStatus: (?<status>accepted|superseded by .+?) {2}\nDate: (?<date>\d{4}-\d\d-\d\d(?:, amended \d{4}-\d\d-\d\d)?)\n/;

/** What the first lines of a record say; nothing where they have another form. */
function headOf(record: string): Record<string, string> | undefined {
  return HEAD.exec(readFileSync(join(folder, record), 'utf8'))?.groups;
}

/** The cells of the line of the index that links to a record. */
function rowOf(record: string): string[] {
  const row = index.split('\n').find((line) => line.includes(`](${record})`)) ?? '';
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('docs/decisions', () => {
  it('has its records', () => expect(records.length).toBeGreaterThan(10));

  it.each(records)('%s begins with number, title, status and date, and the index says the same', (record) => {
    const head = headOf(record);
    expect(head?.['number']).toBe(String(Number(record.slice(0, 4))));
    expect(rowOf(record)).toEqual([
      record.slice(0, 4),
      `[${head?.['title']}](${record})`,
      head?.['status'],
      head?.['date'],
    ]);
  });

  it('the index names no record that there is not', () => {
    const named = [...index.matchAll(/\]\((\d{4}-[\w-]+\.md)\)/g)].map((match) => match[1]);
    expect(named).toEqual(records);
  });
});
