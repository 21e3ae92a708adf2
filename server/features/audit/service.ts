import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import { plainAddress } from '../../address.ts';
import { refuse } from '../../refusal.ts';
import { makeDueCheckpoint } from './checkpoint.ts';
import { auditExport, exportLog } from './export.ts';
import type { ExportFormat } from './export.ts';
import { eventOf, pageWithOrigins } from '../../domain/audit/history.ts';
import { outsideOf } from './outside.ts';
import { sendCheckpoints } from './sendCheckpoints.ts';
import { verifyLog } from './verify.ts';
import type { LogVerdict } from './verify.ts';

export interface AuditService {
  list(input: InputOf<'audit.list'>): Promise<OutputOf<'audit.list'>>;
  get(id: string): Promise<OutputOf<'audit.get'>>;
  /** Recomputes everything: takes some 20 s for a million events. */
  verify(now: number): Promise<LogVerdict>;
  export(actor: Actor, format: ExportFormat, now: number): Promise<AsyncIterable<string>>;
  /** For a worker: signs the end of the log where that is due, and sends what the place outside has not taken yet. */
  checkpoint(now: number): Promise<void>;
}

export function createAuditService(deps: Deps): AuditService {
  const { db, config } = deps;
  const outside = outsideOf(config);
  return {
    async list({ action, userId, address, session, from, to, ...page }) {
      const filter = {
        action,
        userId,
        address: address === undefined ? undefined : plainAddress(address),
        session,
        from: from === undefined ? undefined : timeOf('from', from),
        to: to === undefined ? undefined : timeOf('to', to),
      };
      // The end of the log is read off its key; what is rare in it may be anywhere.
      const isWhole = Object.values(filter).every((value) => value === undefined);
      return pageWithOrigins(isWhole ? db.kysely : db.long, filter, page);
    },
    async get(id) {
      const event = await eventOf(db.kysely, id);
      if (!event) throw refuse('not_found', { detail: sentence('answers/audit', 'noSuchEvent') });
      return event;
    },
    verify: (now) => verifyLog(deps, outside, now),
    async export(actor, format, now) {
      await db.transaction((tx) => auditExport(tx, deps, { actor, format, now }));
      return exportLog(deps, outside.files, { format, now });
    },
    async checkpoint(now) {
      await makeDueCheckpoint(deps, outside.files, now);
      if (outside.place) await sendCheckpoints(deps, outside.place, now);
    },
  };
}

/** The schema knows the shape only: a 13th month has it, too. */
function timeOf(field: string, time: string): number {
  const at = Date.parse(time);
  if (!Number.isNaN(at)) return at;
  throw refuse('invalid_input', {
    detail: sentence('answers/audit', 'noSuchTimeWrite'),
    fields: { [field]: sentence('answers/audit', 'noSuchTime') },
  });
}
