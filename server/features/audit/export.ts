import { publicKeysOf, signExportEnd } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { rfc3339 } from '../../time.ts';
import type { Actor, Deps } from '../../context.ts';
import { version } from '../../version.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditDeps } from '../../domain/audit/append.ts';
import type { EventRow } from '../../domain/audit/store.ts';
import { makeCheckpoint } from './checkpoint.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { pagesOfEvents } from './events.ts';
import { CSV_HEAD, csvLine, exportedEvent } from './exportLine.ts';
import { ocsfEvent } from './ocsf.ts';
import { storedCheckpoints } from './store.ts';

export const EXPORT_FORMATS = {
  jsonl: { type: 'application/x-ndjson', extension: 'jsonl' },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  ocsf: { type: 'application/x-ndjson', extension: 'ocsf.jsonl' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

const LINES: Record<ExportFormat, (row: EventRow) => string> = {
  jsonl: (row) => `${JSON.stringify(exportedEvent(row))}\n`,
  csv: csvLine,
  ocsf: (row) => `${JSON.stringify(ocsfEvent(row, version))}\n`,
};

/** Every export is audited first, and is its own last event. */
export function auditExport(
  tx: Tx,
  deps: AuditDeps,
  { actor, format, now }: { actor: Pick<Actor, 'userId' | 'name'>; format: ExportFormat; now: number },
): Promise<void> {
  return appendAudit(tx, deps, {
    at: now,
    action: 'audit.exported',
    actor: { id: actor.userId, name: actor.name },
    target: null,
    data: { format },
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
    for await (const rows of pagesOfEvents(db.long, end.count)) yield rows.map(LINES[format]).join('');
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
