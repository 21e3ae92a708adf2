import { CHAIN_START, chainHash } from '../../../../server/crypto/canonicalJson.ts';
import { checkpointPublicKey, signCheckpoint } from '../../../../server/crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../../../server/crypto/checkpoints.ts';
import type { Keyring } from '../../../../server/crypto/keyring.ts';
import { systemRandom, uuidv7 } from '../../../../server/crypto/random.ts';
import { hashedEvent } from '../../../../server/domain/audit/append.ts';
import { createChainCheck } from '../../../../server/features/audit/chain.ts';
import type { ChainVerdict } from '../../../../server/features/audit/chain.ts';
import type { EventRow } from '../../../../server/domain/audit/store.ts';

const KEYS: Keyring = { current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]) };
/** What somebody with the database, but without the key, can sign with. */
const THEIRS: Keyring = { current: 1, keys: new Map([[1, Buffer.alloc(32, 8)]]) };
const PUBLIC_KEY = checkpointPublicKey(KEYS);

/** A log with what is known of it: in the database, and (`outside`) in the file beside it. */
export interface Log {
  rows: EventRow[];
  head: { sequence: number; hash: string };
  inside: SignedCheckpoint[];
  outside: SignedCheckpoint[];
}

/** Chains rows anew from the first on, as somebody would who covers up. */
export function rechain(rows: readonly EventRow[]): EventRow[] {
  let previous = CHAIN_START;
  return rows.map((row, index) => {
    const renumbered = { ...row, sequence: index + 1, previous_hash: previous };
    previous = chainHash(previous, hashedEvent(renumbered));
    return { ...renumbered, hash: previous };
  });
}

export function headOf(rows: readonly EventRow[]): Log['head'] {
  const last = rows.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: CHAIN_START };
}

export function createLog(events: number): Log {
  const rows = rechain(
    Array.from({ length: events }, (_, index) => ({
      sequence: 0,
      id: uuidv7(1_800_000_000_000 + index * 1000, systemRandom),
      at: 1_800_000_000_000 + index * 1000,
      action: index % 2 ? 'mfa.set_up' : 'sign_in.succeeded',
      actor_id: `actor-${index % 3}`,
      actor_name: `Person ${index % 3}`,
      target_id: index % 4 ? `actor-${index % 5}` : null,
      target_name: index % 4 ? `Person ${index % 5}` : null,
      data: JSON.stringify({ number: index, kind: 'test' }),
      previous_hash: '',
      hash: '',
    })),
  );
  const signed = [Math.ceil(events / 2), events].map((count) => {
    const { hash } = headOf(rows.slice(0, count));
    return signCheckpoint(KEYS, { count, headHash: hash, at: 1_900_000_000_000 });
  });
  return { rows, head: headOf(rows), inside: signed, outside: signed };
}

/** A checkpoint that they sign for what they made of the log. */
export function forge(rows: readonly EventRow[]): SignedCheckpoint {
  const { sequence, hash } = headOf(rows);
  return signCheckpoint(THEIRS, { count: sequence, headHash: hash, at: 1_900_000_000_000 });
}

export function verify(log: Log): ChainVerdict {
  const check = createChainCheck([...log.outside, ...log.inside], (version) =>
    version === 1 ? PUBLIC_KEY : null,
  );
  log.rows.forEach(check.add);
  return check.end(log.head);
}
