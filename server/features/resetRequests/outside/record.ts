import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAuditMany } from '../../../domain/audit/append.ts';
import { mailStaff, mailUser } from '../../../domain/mail/enqueue.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import type { StoredSystem } from '../../../domain/systems/store.ts';
import { isExplained } from '../rules/outside.ts';
import type { Listed, Seen } from '../rules/outside.ts';
import { emptiedBefore, insertOutside, linkedIn, removalsAround } from './outsideStore.ts';
import type { OutsideRow } from './outsideStore.ts';

/** More are counted, not named. */
const NAMED = 20;

/** What was seen, with all that is known of it. */
export interface SeenThere extends Seen {
  /** Which it is, for a system. */
  key: string;
  accountName: string | null;
  factor: Listed | null;
  by: { id: string; name: string | null } | null;
  address: string | null;
  foundBy: OutsideRow['found_by'];
}

type RecordDeps = Pick<Deps, 'keys' | 'random' | 'config'>;
type Found = OutsideRow & { person: string | null };

/**
 * Keeps what no request here explains, each once, with an audit event, one mail to the security officers for all, and one to each
 * person. Answers how many there were.
 */
export async function recordOutside(
  tx: Tx,
  deps: RecordDeps,
  system: StoredSystem,
  seen: readonly SeenThere[],
  now: number,
): Promise<number> {
  const unexplained = await withoutExplained(tx, deps, system.id, seen);
  const found: Found[] = [];
  const people = await linkedIn(tx, system.id, namesIn(unexplained));
  const whose = (id: string | null | undefined) => people.find(({ external_id }) => external_id === id);
  for (const one of unexplained) {
    const { by } = one;
    const linked = whose(one.accountId);
    const administrator = by && (whose(by.id) ?? people.find((person) => person.external_name === by.name));
    const row: OutsideRow = {
      id: uuidv7(now, deps.random),
      system_id: system.id,
      event_key: one.key,
      act: one.act,
      external_id: one.accountId,
      external_name: one.accountName ?? linked?.external_name ?? null,
      user_id: linked?.user_id ?? null,
      factor_id: one.factorId ?? '',
      factor_kind: one.factor?.kind ?? null,
      factor_name: one.factor?.name ?? null,
      by_id: by?.id ?? null,
      by_name: by?.name ?? null,
      by_user_id: administrator?.user_id ?? null,
      by_ours: one.isOurs === true ? 1 : 0,
      address: one.address,
      found_by: one.foundBy,
      not_before: one.notBefore,
      at: one.at,
      found_at: now,
      state: 'open',
      notes: '[]',
    };
    if (await insertOutside(tx, row)) found.push({ ...row, person: linked?.name ?? null });
  }
  await tell(tx, deps, system, found, now);
  return found.length;
}

async function withoutExplained(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  systemId: string,
  seen: readonly SeenThere[],
): Promise<SeenThere[]> {
  if (seen.length === 0) return [];
  const from = Math.min(...seen.map(({ notBefore }) => notBefore));
  const to = Math.max(...seen.map(({ at }) => at));
  const removals = await removalsAround(tx, keys, { systemId, from, to });
  const emptied = await emptiedBefore(tx, keys, { systemId, at: to });
  return seen.filter((one) => !isExplained(one, removals, emptied));
}

const namesIn = (seen: readonly SeenThere[]) => [
  ...new Set(seen.flatMap(({ accountId, by }) => [accountId ?? [], by?.id ?? [], by?.name ?? []].flat())),
];

async function tell(
  tx: Tx,
  deps: RecordDeps,
  { name: system }: StoredSystem,
  found: readonly Found[],
  now: number,
): Promise<void> {
  if (found.length === 0) return;
  await appendAuditMany(
    tx,
    deps,
    found.map((row) => ({
      at: now,
      action: 'system.changed_outside' as const,
      actor: null,
      target: row.user_id === null ? null : { id: row.user_id, name: row.person ?? '' },
      data: {
        outsideId: row.id,
        system,
        act: row.act,
        account: row.external_name ?? row.external_id,
        factor: (row.factor_name ?? row.factor_id) || null,
        by: row.by_name ?? row.by_id,
        ...(row.by_ours === 1 ? { byOurs: true } : {}),
      },
    })),
  );
  const { timeZone: zone } = await readSettings(tx);
  const moment = (at: number) => ({ at, as: 'moment' as const, zone });
  const lines: Sentence[] = found.slice(0, NAMED).map((row) =>
    sentence('mail', 'outsideLine', {
      act: row.act,
      person: row.person ?? row.external_name ?? sentence('mail', 'somebody'),
      by: byWords(row),
      time: moment(row.at),
    }),
  );
  const more = found.length - lines.length;
  const rest = more > 0 ? [sentence('mail', 'moreOutside', { more })] : [];
  await mailStaff(tx, deps, {
    to: 'officers',
    kind: 'changed_outside',
    at: now,
    params: { system, count: found.length, acts: [...lines, ...rest] },
  });
  for (const row of found) {
    if (row.user_id === null) continue;
    const what = sentence('mail', 'outsideYours', { act: row.act, by: byWords(row), time: moment(row.at) });
    const params = { system, what };
    await mailUser(tx, deps, { userId: row.user_id, kind: 'factor_changed_outside', at: now, params });
  }
}

/** By whom, as far as the system tells. */
function byWords({ by_name, by_id, by_ours }: OutsideRow): Sentence | string {
  if (by_ours === 1) return sentence('mail', 'outsideByOurs');
  return (
    by_name ??
    (by_id === null ? sentence('mail', 'somebody') : sentence('mail', 'outsideById', { id: by_id }))
  );
}
