import { publicKeysOf, signExportEnd } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { rfc3339 } from '../../time.ts';
import type { Actor, Deps } from '../../context.ts';
import { version } from '../../version.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditDeps } from '../../domain/audit/append.ts';
import { readEnd } from '../../domain/audit/store.ts';
import type { EventFilter, EventRow } from '../../domain/audit/store.ts';
import { peopleById } from '../../domain/people/store.ts';
import type { AuditFilters } from './chosen.ts';
import { makeCheckpoint } from './checkpoint.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { pagesOfEvents } from './events.ts';
import { CSV_HEAD, csvLine, exportedEvent } from './exportLine.ts';
import { namesInData } from './namesInData.ts';
import { ocsfEvent } from './ocsf.ts';
import { storedCheckpoints } from './store.ts';

export const EXPORT_FORMATS = {
  jsonl: { type: 'application/x-ndjson', extension: 'jsonl' },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  ocsf: { type: 'application/x-ndjson', extension: 'ocsf.jsonl' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

type Rows = readonly EventRow[];
const LINES: Record<ExportFormat, (reader: Reader, rows: Rows) => Promise<string> | string> = {
  // SECURITY: as the hash covers them, with nothing beside: usernames change, and what is verified must not (S-51).
  jsonl: (_reader, rows) => rows.map((row) => `${JSON.stringify(exportedEvent(row))}\n`).join(''),
  csv: async (reader, rows) => {
    const names = await namesInData(reader, rows);
    return rows.map((row) => csvLine(row, names(row))).join('');
  },
  ocsf: (_reader, rows) => rows.map((row) => `${JSON.stringify(ocsfEvent(row, version))}\n`).join(''),
};

interface Exporting {
  actor: Pick<Actor, 'userId' | 'name'>;
  format: ExportFormat;
  filters: AuditFilters;
  now: number;
}

/** Every export is audited first, with what it was filtered by; one of the whole log is its own last event. */
export async function auditExport(
  tx: Tx,
  deps: AuditDeps,
  { actor, format, filters, now }: Exporting,
): Promise<void> {
  const [person] = filters.userId === undefined ? [] : await peopleById(tx, [filters.userId]);
  await appendAudit(tx, deps, {
    at: now,
    action: 'audit.exported',
    actor: { id: actor.userId, name: actor.name },
    target: null,
    data: { format, ...filters, ...(person && { person: person.name }) },
  });
}

/**
 * The whole log as text in constant memory. With `jsonl` its signed end and the checkpoints stand before the events, so that
 * `verifyExport` finds out if anything is missing.
 */
export async function exportLog(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'log'>,
  files: readonly CheckpointFile[],
  { format, now }: { format: ExportFormat; now: number },
): Promise<AsyncIterable<string>> {
  const { db, keys } = deps;
  const end = await makeCheckpoint(deps, files, now);

  return (async function* lines() {
    if (format === 'jsonl') yield jsonlHead(await storedCheckpoints(db.kysely), end, now, keys);
    if (format === 'csv') yield CSV_HEAD;
    for await (const rows of pagesOfEvents(db.lists, end.count)) yield await LINES[format](db.lists, rows);
  })();
}

/**
 * What the filters choose, as the whole log is exported. With `jsonl` its first line says that it is a part: nothing can tell
 * whether anything is missing from one, so it has no signed end, and `verifyExport` refuses it.
 */
export async function exportPart(
  { db }: Pick<Deps, 'db'>,
  { format, filters, filter, now }: Omit<Exporting, 'actor'> & { filter: EventFilter },
): Promise<AsyncIterable<string>> {
  const { sequence } = await readEnd(db.kysely);
  const head = { export: 'gatehouse-audit', version: 3, partial: true, filters, exportedAt: rfc3339(now) };

  return (async function* lines() {
    if (format === 'jsonl') yield `${JSON.stringify(head)}\n`;
    if (format === 'csv') yield CSV_HEAD;
    for await (const rows of pagesOfEvents(db.lists, sequence, filter))
      yield await LINES[format](db.lists, rows);
  })();
}

function jsonlHead(
  stored: SignedCheckpoint[],
  end: SignedCheckpoint,
  now: number,
  keys: Deps['keys'],
): string {
  const checkpoints = stored.filter(({ count }) => count <= end.count);
  const numbers = checkpoints.filter(({ number }) => number !== undefined).length;
  const signed = signExportEnd(keys, {
    count: end.count,
    headHash: end.headHash,
    at: now,
    checkpoints: numbers,
  });
  const head = {
    export: 'gatehouse-audit',
    version: 3,
    exportedAt: rfc3339(now),
    publicKeys: publicKeysOf(keys),
    end: signed,
  };
  return [head, ...checkpoints.map((checkpoint) => ({ checkpoint }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
