import { endMac, eventMac } from '../../crypto/auditMacs.ts';
import type { Db } from '../../db/connection.ts';
import { appendAudit } from './append.ts';
import type { AuditDeps } from './append.ts';
import { lockEnd, moveEnd, sealEvent, unsealedEvents } from './store.ts';

const ROWS_AT_ONCE = 1000;

/** The migration after which a log is sealed by the key, once. */
export const SEALING = '0007-audit-macs';

/**
 * Binds a log of before there were MACs to the server's key, an empty one too, and says in it how many events that were.
 * Only in the opening that made the columns: later, events or an end without a MAC are what somebody without the key wrote.
 *
 * @param applied the migrations that this opening carried out
 */
export async function sealLog(
  db: Db,
  deps: AuditDeps,
  { applied, now }: { applied: readonly string[]; now: number },
): Promise<void> {
  if (!applied.includes(SEALING)) return;
  await db.transaction(async (tx) => {
    const { sequence, hash, checkpoints } = await lockEnd(tx);
    for (;;) {
      const rows = await unsealedEvents(tx, ROWS_AT_ONCE);
      if (rows.length === 0) break;
      for (const row of rows) await sealEvent(tx, row.sequence, eventMac(deps.keys, row.hash));
    }
    const end = { sequence, hash, checkpoints };
    await moveEnd(tx, { ...end, mac: endMac(deps.keys, end) });
    if (sequence === 0) return;
    const data = { events: sequence };
    await appendAudit(tx, deps, { at: now, action: 'audit.sealed', actor: null, target: null, data });
  });
}
