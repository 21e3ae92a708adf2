import type { AuditAction } from '../../../../contract/auditActions.ts';
import type { Deps } from '../../../context.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { HOUR, MINUTE } from '../../../time.ts';
import { publishChange } from '../assessing/publish.ts';
import { afterFailure, guardsPassword } from '../rules/effects.ts';
import { accountOf, NotConnected } from './account.ts';
import { leaseHeld, openActivated, settleHeld } from './heldStore.ts';
import type { HeldRow } from './heldStore.ts';
import { StillThere, stillThereWords } from './steps.ts';
import type { Account } from './steps.ts';

/** How long an account stays open without a new factor. */
const OPEN_MS = 30 * MINUTE;

interface Became {
  state: HeldRow['state'];
  action: AuditAction;
}

/**
 * The way back into accounts that a reset held (S-112): the activation code opens them for set-up, half an hour without a new factor
 * holds them again, and *this wasn't me* holds them with nothing that came since. Any number of servers may do so at once.
 */
export async function tendHeldAccounts(deps: Deps): Promise<void> {
  const { db, now } = deps;
  await openActivated(db.kysely, now());
  const had: string[] = [];
  for (;;) {
    const next = { now: now(), but: had };
    const row = await db.transaction((tx) => leaseHeld(tx, db.dialect, next));
    if (!row) return;
    had.push(row.effect_id);
    await tend(deps, row);
    publishChange(deps, row.request_id, row.user_id);
  }
}

async function tend(deps: Deps, row: HeldRow): Promise<void> {
  const { db, now, log } = deps;
  try {
    const account = await accountOf(deps, row, { known: [], factorIds: null });
    const { state, action } = await ACTS[row.state as keyof typeof ACTS](account);
    const at = now();
    const until = state === 'open' ? at + OPEN_MS : null;
    await db.transaction(async (tx) => {
      const times = { open_until: until, next_at: until ?? at, ...(state === 'held' ? { held_at: at } : {}) };
      if (!(await settleHeld(tx, row, { state, ...times, attempts: 0, sentence: null }))) return;
      const [system] = await systemsNamed(tx, [row.system_id]);
      const data = { requestId: row.request_id, system: system?.name ?? row.system_id };
      const target = await auditPerson(tx, row.user_id);
      await appendAudit(tx, deps, { at, action, actor: null, target, data });
    });
  } catch (error) {
    if (!(error instanceof SystemFailure || error instanceof StillThere || error instanceof NotConnected))
      throw error;
    log.warn({ effect: row.effect_id, state: row.state, code: error.code }, 'not done at a held account');
    const next = afterFailure(error, row.attempts);
    // Nobody else looks after it: it is never given up.
    const wait = {
      next_at: now() + (next.again ? next.afterMs : HOUR),
      sentence: JSON.stringify(error.said),
    };
    await db.transaction((tx) => settleHeld(tx, row, wait));
  }
}

const ACTS = {
  async opening({ kind, access, externalId }: Account): Promise<Became> {
    await kind.openForSetup?.(access, externalId);
    return { state: 'open', action: 'reset_request.access_opened' };
  },
  async open({ kind, access, externalId }: Account): Promise<Became> {
    if ((await kind.factorsOf(access, externalId)).some(guardsPassword))
      return { state: 'set_up', action: 'reset_request.access_set_up' };
    await kind.hold?.(access, externalId);
    return { state: 'held', action: 'reset_request.access_held' };
  },
  /** SECURITY: whoever set up since did it by a reset that wasn't the person's. */
  async closing({ kind, access, externalId }: Account): Promise<Became> {
    await kind.hold?.(access, externalId);
    for (const { id } of await kind.factorsOf(access, externalId))
      await kind.removeFactor(access, externalId, id);
    await kind.endSessions?.(access, externalId);
    const [left] = await kind.factorsOf(access, externalId);
    if (left) throw new StillThere(stillThereWords(access, left), []);
    return { state: 'held', action: 'reset_request.access_held' };
  },
};
