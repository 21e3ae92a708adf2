import type { Reader, Tx } from '../../db/connection.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';

/** What policy does where departments become one: handed in, because policy is another room. */
export interface MergedPolicy {
  /** Refuses where a policy that named both would be too long, or ask many more people. `now` in UTC ms. */
  requireRoom(reader: Reader, change: { pair: readonly [string, string]; now: number }): Promise<void>;
  /** Has what it says of either hold for both; answers the version that does, null where it names neither, or both alike. `now` in UTC ms. */
  nameBoth(
    tx: Tx,
    change: { pair: readonly [string, string]; by: AuditPerson; now: number },
  ): Promise<number | null>;
  /** No longer names a department that nobody is in. */
  forget(tx: Tx, change: { name: string; by: AuditPerson; now: number }): Promise<void>;
}
