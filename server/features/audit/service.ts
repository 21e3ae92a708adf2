import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import type { ChainVerdict } from './chain.ts';
import { makeDueCheckpoint } from './checkpoint.ts';
import { createCheckpointFile } from './checkpointFile.ts';
import { auditExport, exportLog } from './export.ts';
import type { ExportFormat } from './export.ts';
import { pageOfEvents } from '../../domain/audit/history.ts';
import { verifyLog } from './verify.ts';

export interface AuditService {
  list(input: InputOf<'audit.list'>): Promise<OutputOf<'audit.list'>>;
  /** Recomputes everything: takes some 20 s for a million events. */
  verify(): Promise<ChainVerdict>;
  export(actor: Actor, format: ExportFormat, now: number): Promise<AsyncIterable<string>>;
  /** For a worker: signs the end of the log where that is due. */
  checkpoint(now: number): Promise<void>;
}

export function createAuditService(deps: Deps): AuditService {
  const { db, config } = deps;
  const file = config.dataDir === null ? null : createCheckpointFile(config.dataDir);
  return {
    list: async ({ action, userId, from, to, ...page }) =>
      pageOfEvents(
        db.kysely,
        {
          action,
          userId,
          from: from === undefined ? undefined : timeOf('from', from),
          to: to === undefined ? undefined : timeOf('to', to),
        },
        page,
      ),
    verify: () => verifyLog(deps, file),
    async export(actor, format, now) {
      await db.transaction((tx) => auditExport(tx, deps, { actor, format, now }));
      return exportLog(deps, file, { format, now });
    },
    checkpoint: (now) => makeDueCheckpoint(deps, file, now),
  };
}

/** The schema knows the shape only: a 13th month has it, too. */
function timeOf(field: string, time: string): number {
  const at = Date.parse(time);
  if (!Number.isNaN(at)) return at;
  throw refuse('invalid_input', {
    detail: 'There is no such time. Write it like 2026-11-24T10:00:00Z.',
    fields: { [field]: 'There is no such time.' },
  });
}
