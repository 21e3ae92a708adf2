import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { makeDueCheckpoint } from './checkpoint.ts';
import { chosenBy, isWhole } from './chosen.ts';
import { auditExport, exportLog, exportPart } from './export.ts';
import { eventOf, pageWithOrigins } from '../../domain/audit/history.ts';
import { outsideOf } from './outside.ts';
import { sendCheckpoints } from './sendCheckpoints.ts';
import { verifyLog } from './verify.ts';
import type { LogVerdict } from './verify.ts';

export interface AuditService {
  list(input: InputOf<'audit.list'>): Promise<OutputOf<'audit.list'>>;
  get(id: string): Promise<OutputOf<'audit.get'>>;
  /** Recomputes everything: takes some seconds for a million events. */
  verify(now: number): Promise<LogVerdict>;
  /** The whole log, or what the filters choose. */
  export(actor: Actor, input: InputOf<'audit.export'>, now: number): Promise<AsyncIterable<string>>;
  /** For a worker: signs the end of the log where that is due, and sends what the place outside has not taken yet. */
  checkpoint(now: number): Promise<void>;
}

export function createAuditService(deps: Deps): AuditService {
  const { db, config } = deps;
  const outside = outsideOf(config);
  return {
    async list({ cursor, limit, ...filters }) {
      const page = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      // The end of the log is read off its key; what is rare in it may be anywhere.
      return pageWithOrigins(isWhole(filters) ? db.kysely : db.lists, chosenBy(filters), page);
    },
    async get(id) {
      const event = await eventOf(db.kysely, id);
      if (!event) throw refuse('not_found', { detail: sentence('answers/audit', 'noSuchEvent') });
      return event;
    },
    verify: (now) => verifyLog(deps, outside, now),
    async export(actor, { format = 'jsonl', ...filters }, now) {
      const filter = chosenBy(filters);
      await db.transaction((tx) => auditExport(tx, deps, { actor, format, filters, now }));
      if (isWhole(filters)) return exportLog(deps, outside.files, { format, now });
      return exportPart(deps, { format, filters, filter, now });
    },
    async checkpoint(now) {
      await makeDueCheckpoint(deps, outside.files, now);
      if (outside.place) await sendCheckpoints(deps, outside.place, now);
    },
  };
}
