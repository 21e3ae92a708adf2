import type { AuditAction } from '../../../../contract/auditActions.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { HELD } from '../../../domain/systems/macs.ts';
import { forgetGuard } from '../../../domain/systems/guardStore.ts';
import { guardsPassword } from '../../../domain/systems/rules/guards.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { HOUR, MINUTE } from '../../../time.ts';
import { publishChange } from '../assessing/publish.ts';
import { afterFailure } from '../rules/effects.ts';
import { accountOf, NotConnected } from './account.ts';
import { leaseHeld, openActivated, settleHeld } from './heldStore.ts';
import type { HeldRow } from './heldStore.ts';
import { StillThere, stillThereWords } from './steps.ts';
import type { Account } from './steps.ts';

/** Tries, an hour apart, for an account of nobody here, or of a system that is connected no more. */
const MOST_UNLINKED = 24;
/** How long an account stays open without a new factor. */
const OPEN_MS = 30 * MINUTE;

interface Became {
  state: HeldRow['state'];
  /** Null where it was done by somebody there. */
  action: AuditAction | null;
}

const BY_HAND: Became = { state: 'set_up', action: null };

/**
 * The way back into accounts in one system that a reset held (S-112): the activation code opens them for set-up, half an hour without a new factor
 * holds them again, and *this wasn't me* holds them with nothing that came since. What somebody opened there by hand is over. Any number of servers may do so at once.
 */
export async function tendHeldAccounts(deps: Deps, systemId: string, isOver: () => boolean): Promise<void> {
  const { db, now } = deps;
  const had: string[] = [];
  while (!isOver()) {
    const next = { systemId, now: now(), but: had };
    const row = await db.transaction((tx) => leaseHeld(tx, db.dialect, next));
    if (!row) return;
    had.push(row.effect_id);
    await tend(deps, row);
    publishChange(deps, row.request_id, row.user_id);
  }
}

/** What is to be opened since its code was given. */
export async function openGiven(deps: Deps): Promise<void> {
  const { db, now } = deps;
  for (const row of await db.transaction((tx) => openActivated(tx, db, deps.keys, now())))
    await db.transaction((tx) => tellAltered(tx, deps, row, now()));
}

async function tend(deps: Deps, row: HeldRow): Promise<void> {
  const { db, now, log } = deps;
  if (!HELD.isAsWritten(deps.keys, row)) return db.transaction((tx) => tellAltered(tx, deps, row, now()));
  try {
    const account = await accountOf(deps, row, { known: [], factorIds: null });
    const became = await ACTS[row.state as keyof typeof ACTS](account, row);
    const at = now();
    if (became === 'unchanged') {
      await db.transaction((tx) => settleHeld(tx, deps.keys, row, { next_at: at + HOUR, attempts: 0 }));
      return;
    }
    const { state, action } = became;
    if (action === null) {
      const said = JSON.stringify(sentence('answers/systems', 'openedByHand', { name: account.access.name }));
      const over = { state, open_until: null, attempts: 0, sentence: said };
      await db.transaction((tx) => settleHeld(tx, deps.keys, row, over));
      return;
    }
    const until = state === 'open' ? at + OPEN_MS : null;
    await db.transaction(async (tx) => {
      const times = { open_until: until, next_at: until ?? at, ...(state === 'held' ? { held_at: at } : {}) };
      if (!(await settleHeld(tx, deps.keys, row, { state, ...times, attempts: 0, sentence: null }))) return;
      await forgetGuard(tx, row);
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
    // Whoever links it again in time has it looked after; by itself that never works again.
    if (error instanceof NotConnected && row.attempts >= MOST_UNLINKED)
      return db.transaction((tx) => giveUp(tx, deps, row, { why: error.said, now: now() }));
    // Nobody else looks after it: anything else is never given up.
    const wait = {
      next_at: now() + (next.again ? next.afterMs : HOUR),
      sentence: JSON.stringify(error.said),
    };
    await db.transaction((tx) => settleHeld(tx, deps.keys, row, wait));
  }
}

/** It isn't ours to look after any more. The officers hear of it: it may be open. */
async function giveUp(
  tx: Tx,
  deps: Deps,
  row: HeldRow,
  { why, now }: { why: Sentence; now: number },
): Promise<void> {
  const state = row.state === 'closing' ? ('held' as const) : ('set_up' as const);
  const over = { state, open_until: null, attempts: 0, sentence: JSON.stringify(why) };
  if (!(await settleHeld(tx, deps.keys, row, over)) || row.state === 'held') return;
  await tellOfficers(tx, deps, row, { why, now });
}

async function tellOfficers(
  tx: Tx,
  deps: Deps,
  row: HeldRow,
  { why, now }: { why: Sentence; now: number },
): Promise<void> {
  const [system] = await systemsNamed(tx, [row.system_id]);
  const { name: person } = await auditPerson(tx, row.user_id);
  const about = {
    at: now,
    requestId: row.request_id,
    params: { person, system: system?.name ?? row.system_id, why },
  };
  await mailStaff(tx, deps, { ...about, to: 'officers', kind: 'effect_failed' });
}

/** SECURITY: whose account it names, and what is to be done there, is believed no more. The officers hear of it once. */
async function tellAltered(tx: Tx, deps: Deps, row: HeldRow, now: number): Promise<void> {
  const [system] = await systemsNamed(tx, [row.system_id]);
  const name = system?.name ?? row.system_id;
  const why = sentence('answers/systems', 'heldAltered', { name });
  const said = JSON.stringify(why);
  await settleHeld(tx, deps.keys, row, { next_at: now + HOUR, sentence: said });
  if (row.sentence === said) return;
  deps.log.error({ effect: row.effect_id }, 'a held account was altered in the database');
  await tellOfficers(tx, deps, row, { why, now });
}

/** Nobody but its administrator enables it: whoever looks after it there let its owner in, and a code has nothing to open. */
const isOpenedByHand = async ({ kind, access, externalId }: Account): Promise<boolean> =>
  (await kind.isEnabled?.(access, externalId)) ?? false;

const ACTS = {
  async held(account: Account): Promise<Became | 'unchanged'> {
    return (await isOpenedByHand(account)) ? BY_HAND : 'unchanged';
  },
  async opening(account: Account, { attempts }: HeldRow): Promise<Became> {
    const { kind, access, externalId } = account;
    // An attempt before this one may have opened it.
    if (attempts === 1 && (await isOpenedByHand(account))) return BY_HAND;
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
