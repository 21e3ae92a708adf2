import type { ImportField, ImportMapping } from '../../../../contract/importFields.ts';
import type { Reader } from '../../../db/connection.ts';
import { inTurns } from '../../../inTurns.ts';
import { checkFile } from './checkFile.ts';
import type { CheckedFile } from './checkFile.ts';
import { checkRow } from './checkRow.ts';
import type { Candidate, RowRules } from './checkRow.ts';
import { lackingIn, readHeader, refuseLacking } from './columns.ts';
import type { Column } from './columns.ts';
import { ofField } from './faults.ts';
import type { Fault } from './faults.ts';
import { findManagers } from './managers.ts';
import { parseCsv } from './parse.ts';

export interface JudgedFile extends CheckedFile {
  columns: Column[];
  /** What everybody needs that no column is; empty where rows were read. */
  lacks: ImportField[];
  /** The first rows as they are read, good or not. */
  preview: Candidate[];
  /** Of everybody in the file, good or not. */
  usernames: Set<string>;
  /** Ids by username, of managers who are there. */
  managers: Map<string, string>;
}

export interface FileToJudge {
  content: string;
  mapping: ImportMapping | undefined;
  /** Whether whoever asks tries mappings, and is told what one lacks. */
  isTried: boolean;
  rules: RowRules;
  /** Whether accounts in a connected system are read. */
  hasAccounts: boolean;
}

/** Rows that are judged at once, at most. */
const JUDGED_AT_ONCE = 500;
const PREVIEWED = 10;

/**
 * Reads a file and judges each row, by itself, beside the others and beside the people who are there. Changes nothing. Refuses a
 * file that lacks what everybody needs, but for somebody who is about to say which column is which.
 */
export async function judgeFile(
  reader: Reader,
  { content, mapping, isTried, rules, hasAccounts }: FileToJudge,
): Promise<JudgedFile> {
  const { rows, problems } = await parseCsv(content);
  const columns = readHeader(rows[0]?.values, mapping).map(({ header, field }) => ({
    header,
    // Of no system an account is nobody's.
    field: field === 'account' && !hasAccounts ? null : field,
  }));
  const lacks = lackingIn(columns);
  if (lacks.length > 0) {
    if (!isTried) throw refuseLacking(lacks);
    return {
      columns,
      lacks,
      good: [],
      known: [],
      problems: [],
      preview: [],
      usernames: new Set(),
      managers: new Map(),
    };
  }
  const bad = new Map(problems.map((row) => [row.line, row.faults]));
  const leftOut = new Map<number, readonly Fault[]>();
  const read: Candidate[] = [];
  for await (const some of inTurns(rows.slice(1), { most: JUDGED_AT_ONCE })) {
    for (const row of some) {
      const checked = checkRow(row, columns, rules);
      if (checked.problems.length > 0) bad.set(row.line, checked.problems);
      if (checked.leftOut.length > 0) leftOut.set(row.line, checked.leftOut);
      read.push(checked.candidate);
    }
  }
  const managers = await findManagers(reader, read);
  const candidates = read.map((candidate): Candidate => {
    if (candidate.manager === null) return candidate;
    const found = managers.of(candidate);
    if ('username' in found) return { ...candidate, manager: found.username };
    const told = rules.leavesOut.has('manager') ? leftOut : bad;
    const fault = ofField('manager', candidate.manager, found.problem);
    told.set(candidate.line, [...(told.get(candidate.line) ?? []), fault]);
    return { ...candidate, manager: null };
  });
  const checked = await checkFile(candidates, { bad, leftOut }, new Set(managers.existing.keys()));
  const usernames = new Set(read.map(({ username }) => username));
  const preview = read.slice(0, PREVIEWED);
  return { ...checked, columns, lacks, preview, usernames, managers: managers.existing };
}
