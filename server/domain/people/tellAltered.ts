import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import { mailStaff } from '../mail/enqueue.ts';
import { auditPerson } from './auditPerson.ts';

/** What of an account stood in the database as no server with the key had written it. */
export type Altered = 'session' | 'address';

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
