import { randomUUID } from 'node:crypto';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { takeLease } from '../../db/lease.ts';
import { appendAudit } from '../audit/append.ts';
import { mailStaff } from '../mail/enqueue.ts';
import { DAY } from '../../time.ts';
import { auditPerson } from './auditPerson.ts';

/** What of an account stood in the database as no server with the key had written it. */
export type Altered = 'session' | 'address' | 'mfa';

/** Says in the log, and to those who can act on it, that somebody writes to the database (S-120). */
export async function tellAltered(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { what, userId, now }: { what: Altered; userId: string; now: number },
): Promise<void> {
  const target = await auditPerson(tx, userId);
  await appendAudit(tx, deps, { at: now, action: 'account.altered', actor: null, target, data: { what } });
  const params = { person: target.name, what: sentence('mail', 'alteredPart', { what }) };
  await mailStaff(tx, deps, { to: 'administrators_and_officers', kind: 'account_altered', at: now, params });
}

/** The same of what stays altered and is met again and again: once a day. */
export async function tellAlteredDaily(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  altered: { what: Altered; userId: string; now: number },
): Promise<void> {
  const { what, userId, now } = altered;
  const lease = { name: `altered-${what}:${userId}`, holder: randomUUID(), now, forMs: DAY };
  if (await takeLease(tx, lease)) await tellAltered(tx, deps, altered);
}
