import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { readableContents } from './contents.ts';
import { isAsWritten } from './mac.ts';
import { keepSentence } from './keptSentence.ts';
import { endChange, endedInLog } from './store.ts';
import type { ChangeRow } from './store.ts';
import { auditChange, mailTampered } from './tell.ts';

/** What everybody is told who would decide about it. */
export const TAMPERED = sentence('answers/settings', 'tampered');

/**
 * Those of changes that wait which somebody altered in the database. SECURITY: by the MAC, and by the log, because a whole row of
 * before, with its MAC, may have been put back after the change was over.
 */
export async function tamperedAmong(
  reader: Reader,
  keys: Keyring,
  waiting: readonly ChangeRow[],
): Promise<ChangeRow[]> {
  if (waiting.length === 0) return [];
  const over = await endedInLog(reader, Math.min(...waiting.map(({ made_at }) => made_at)));
  return waiting.filter((change) => !isAsWritten(keys, change) || over.has(change.id));
}

export async function isTampered(reader: Reader, keys: Keyring, change: ChangeRow): Promise<boolean> {
  return change.state === 'waiting' && (await tamperedAmong(reader, keys, [change])).length > 0;
}

/** Ends such a change, without effect, and tells everybody who could have agreed to it. */
export async function endTampered(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { change, now }: { change: ChangeRow; now: number },
): Promise<void> {
  const end = { state: 'failed', by: null, problem: keepSentence(TAMPERED), tampered: true, now } as const;
  if (!(await endChange(tx, deps.keys, change, end))) return;
  const contents = readableContents(deps.keys, change);
  await auditChange(tx, deps, { act: 'tampered', change, contents, actor: null, now });
  await mailTampered(tx, deps, { contents, now });
}
