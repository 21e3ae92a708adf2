import type { Selectable } from 'kysely';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import type { PendingChangesTable } from '../../db/schema.ts';
import { keepSentence } from '../../domain/pendingChanges/keptSentence.ts';
import { HELD } from '../../domain/systems/macs.ts';

/** What of before counts no more, by what it was (S-81). */
export interface Ended {
  sessions: number;
  activationCodes: number;
  enrolments: number;
  mails: number;
  requests: number;
  confirmations: number;
  effects: number;
}

/** Whoever was signed in, or about to be, isn't; no link in a mail leads anywhere. */
async function endWaysIn(tx: Tx): Promise<number> {
  await tx.deleteFrom('challenges').execute();
  await tx.deleteFrom('sso_flows').execute();
  await tx.deleteFrom('password_links').execute();
  await tx
    .updateTable('users')
    .set({ invitation: 'draft' })
    .where('invitation', 'in', ['asked', 'waiting', 'sent', 'opened'])
    .execute();
  await tx.deleteFrom('setup_links').execute();
  await tx.deleteFrom('leases').execute();
  const { numDeletedRows } = await tx.deleteFrom('sessions').executeTakeFirst();
  return Number(numDeletedRows);
}

async function voidActivationCodes(tx: Tx, now: number): Promise<number> {
  // A first setup without a code was good once, and may have been made since.
  await tx
    .updateTable('users')
    .set({ activation_waived_until: null, waiver_mac: null })
    .where('activation_waived_until', 'is not', null)
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('activation_codes')
    .set({ void_at: now })
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** @param step the latest one whose code may have been accepted by now */
async function spendCodes(tx: Tx, step: number): Promise<number> {
  await tx.updateTable('authenticators').set({ last_step: step }).where('last_step', '<', step).execute();
  await tx.updateTable('authenticators').set({ stop_link_hash: null }).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('authenticators')
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** @param because kept in place of what a mail server said */
async function endMails(tx: Tx, because: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ state: 'failed', sealed_body: null, leased_until: 0, last_error: because })
    .where('state', '<>', 'sent')
    .where('sealed_body', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What is open stays open, with nothing that anybody vouched for, and nobody on it. */
async function reopenRequests(tx: Tx, now: number): Promise<Pick<Ended, 'requests' | 'confirmations'>> {
  const pending = tx.selectFrom('reset_requests').select('id').where('pending', '=', 1);
  await tx
    .updateTable('reset_checks')
    .set({ void_at: now })
    .where('void_at', 'is', null)
    .where('request_id', 'in', pending)
    .execute();
  await tx
    .updateTable('reset_approvals')
    .set({ void_at: now })
    .where('void_at', 'is', null)
    .where('request_id', 'in', pending)
    .execute();
  const { numDeletedRows } = await tx
    .deleteFrom('manager_confirmations')
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  await tx.updateTable('reset_requests').set({ veto_token_hash: null, code_hash: null }).execute();
  const { numUpdatedRows } = await tx
    .updateTable('reset_requests')
    .set((eb) => ({
      state: 'open',
      hold_ends_at: null,
      claimed_by: null,
      claimed_at: null,
      claim_ends_at: null,
      decision_asked_at: null,
      decision_asked_by: null,
      handed_to: null,
      handed_by: null,
      handed_at: null,
      decided_by: null,
      decided_at: null,
      decision_note: null,
      version: eb('version', '+', 1),
    }))
    .where('pending', '=', 1)
    .executeTakeFirst();
  return { requests: Number(numUpdatedRows), confirmations: Number(numDeletedRows) };
}

/** What a reset was about to do in other systems: nobody knows whether it was done. */
async function endEffects(tx: Tx, because: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('reset_effects')
    .set({ state: 'failed', sentence: because })
    .where('state', 'in', ['planned', 'sent'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * Accounts in connected systems that a reset held, and what was to be done there. SECURITY: the code that was opening one was used once,
 * and somebody may have said *this wasn't me* since (S-112). What was to be emptied may hold what its owner set up since. So all are held,
 * none is opened by a code of before, and none is emptied: answers those that were to be.
 */
export async function endHeld(
  tx: Tx,
  keys: Keyring,
): Promise<{ request_id: string; user_id: string; system: string }[]> {
  const rows = await tx
    .selectFrom('held_accounts')
    .selectAll()
    .where('state', 'in', ['held', 'opening', 'closing'])
    .execute();
  const systems = await tx.selectFrom('systems').select(['id', 'name']).execute();
  const emptied = [];
  for (const row of rows) {
    const name = systems.find(({ id }) => id === row.system_id)?.name ?? row.system_id;
    const isEmptied = row.state === 'closing';
    if (isEmptied) emptied.push({ request_id: row.request_id, user_id: row.user_id, system: name });
    const said = keepSentence(
      sentence('answers/systems', isEmptied ? 'emptiedBeforeRestore' : 'heldBeforeRestore', { name }),
    );
    const change = {
      state: 'held' as const,
      open_until: null,
      sentence: row.state === 'held' ? (row.sentence ?? said) : said,
    };
    const mac = HELD.isAsWritten(keys, row) ? HELD.of(keys, { ...row, ...change }) : row.mac;
    await tx
      .updateTable('held_accounts')
      .set({ ...change, mac })
      .where('effect_id', '=', row.effect_id)
      .execute();
  }
  return emptied;
}

/** Ends all that was under way when a copy was made. */
export async function endAll(
  tx: Tx,
  { now, step, because, effect }: { now: number; step: number; because: string; effect: string },
): Promise<Ended> {
  return {
    sessions: await endWaysIn(tx),
    activationCodes: await voidActivationCodes(tx, now),
    enrolments: await spendCodes(tx, step),
    mails: await endMails(tx, because),
    effects: await endEffects(tx, effect),
    ...(await reopenRequests(tx, now)),
  };
}

/** Those that wait for a second person, whatever their dates say. */
export function changesThatWait(tx: Tx): Promise<Selectable<PendingChangesTable>[]> {
  return tx.selectFrom('pending_changes').selectAll().where('state', '=', 'waiting').execute();
}

export async function lockAccount(tx: Tx, userId: string, at: number): Promise<void> {
  await tx
    .updateTable('users')
    .set({ locked_at: at })
    .where('id', '=', userId)
    .where('locked_at', 'is', null)
    .execute();
}

/** By the provider's name, as the log has it. */
export async function unlink(tx: Tx, userId: string, provider: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sso_links')
    .where('user_id', '=', userId)
    .where('provider_id', 'in', tx.selectFrom('sso_providers').select('id').where('name', '=', provider))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The same of a connected system. */
export async function unlinkSystem(tx: Tx, userId: string, system: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('system_links')
    .where('user_id', '=', userId)
    .where('system_id', 'in', tx.selectFrom('systems').select('id').where('name', '=', system))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends a connected system with its secret; answers how many links ended. */
export async function disconnect(tx: Tx, system: string, now: number): Promise<number> {
  const named = tx.selectFrom('systems').select('id').where('name', '=', system);
  const { numDeletedRows } = await tx
    .deleteFrom('system_links')
    .where('system_id', 'in', named)
    .executeTakeFirst();
  await tx
    .updateTable('systems')
    .set((eb) => ({ removed_at: now, sealed_secret: null, version: eb('version', '+', 1), mac: null }))
    .where('name', '=', system)
    .where('removed_at', 'is', null)
    .execute();
  return Number(numDeletedRows);
}
