import { randomUUID } from 'node:crypto';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { MINUTE } from '../../time.ts';

/** How often mails are looked for. */
const ROUND_MS = 1000;

/**
 * How many mails may be sent now by all servers together, so that in no minute there are more than the mail server takes: 30 a minute
 * is one every two seconds. All of them where nobody set a quota.
 */
export async function allowance({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const { mailsPerMinute: quota } = await readSettings(db.kysely);
  if (quota === null) return Infinity;
  const window = Math.max(ROUND_MS, Math.ceil(MINUTE / quota));
  // Another holder each time: the lease keeps everybody away for the window, this server too.
  const lease = { name: 'mail quota', holder: randomUUID(), now: now(), forMs: window };
  if (!(await db.transaction((tx) => takeLease(tx, lease)))) return 0;
  return Math.max(1, Math.floor((quota * window) / MINUTE));
}
