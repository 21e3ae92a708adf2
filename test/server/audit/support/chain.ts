import { endMac, eventMac } from '../../../../server/crypto/auditMacs.ts';
import { CHAIN_START, chainHash } from '../../../../server/crypto/canonicalJson.ts';
import { checkpointPublicKey, signCheckpoint } from '../../../../server/crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../../../server/crypto/checkpoints.ts';
import type { Keyring } from '../../../../server/crypto/keyring.ts';
import { systemRandom, uuidv7 } from '../../../../server/crypto/random.ts';
import { hashedEvent } from '../../../../server/domain/audit/append.ts';
import { createChainCheck, endProblems } from '../../../../server/features/audit/chain.ts';
import { missingCheckpoints } from '../../../../server/features/audit/checkpointGaps.ts';
import type { SealedEnd } from '../../../../server/domain/audit/store.ts';
import type { ChainVerdict } from '../../../../server/features/audit/chain.ts';
import type { EventRow } from '../../../../server/domain/audit/store.ts';

export const KEYS: Keyring = { current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]) };
/** What somebody with the database, but without the key, can sign with. */
const THEIRS: Keyring = { current: 1, keys: new Map([[1, Buffer.alloc(32, 8)]]) };
export const PUBLIC_KEY = checkpointPublicKey(KEYS);

/** A log with what is known of it: in the database, and in the file beside it; null where there is none. */
export interface Log {
  rows: EventRow[];
  end: SealedEnd;
  inside: SignedCheckpoint[];
  outside: SignedCheckpoint[] | null;
  /** What the end was after each event: somebody may have kept them all. */
  ends: SealedEnd[];
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

export function tailOf(rows: readonly EventRow[]): { sequence: number; hash: string } {
  const last = rows.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: CHAIN_START };
}

/** A log of `events` with a checkpoint after each eighth one. */
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
      // Each third one is from before origins were kept.
      address: index % 3 ? `192.0.2.${index % 200}` : null,
      user_agent: index % 3 ? 'Firefox' : null,
      session_id: index % 3 === 1 ? `session-${index}` : null,
      factors: index % 3 ? 'password,code' : null,
      previous_hash: '',
      hash: '',
      mac: null,
    })),
  ).map((row) => ({ ...row, mac: eventMac(KEYS, row.hash) }));
  const signed = rows
    .filter(({ sequence }) => sequence % EVERY === 0)
    .map(({ sequence, hash }, index) =>
      signCheckpoint(KEYS, { number: index + 1, count: sequence, headHash: hash, at: 1_900_000_000_000 }),
    );
  const ends = [[], ...rows.map((_, index) => rows.slice(0, index + 1))].map((some) => {
    const end = { ...tailOf(some), checkpoints: Math.floor(some.length / EVERY) };
    return { ...end, mac: endMac(KEYS, end) };
  });
  const end = ends.at(-1);
  if (!end) throw new Error('A log has an end.');
  return { rows, end, inside: signed, outside: signed, ends };
}

const EVERY = 8;

/** A checkpoint that they sign for what they made of the log. */
export function forge(rows: readonly EventRow[], number: number): SignedCheckpoint {
  const { sequence, hash } = tailOf(rows);
  return signCheckpoint(THEIRS, { number, count: sequence, headHash: hash, at: 1_900_000_000_000 });
}

/** What they can seal an event or an end with. */
export const theirEventMac = (hash: string) => eventMac(THEIRS, hash);
export function theirEnd(rows: readonly EventRow[], checkpoints: number): SealedEnd {
  const end = { ...tailOf(rows), checkpoints };
  return { ...end, mac: endMac(THEIRS, end) };
}

/** As `verifyLog` judges what it has read. */
export function verify({ rows, end, inside, outside }: Log): ChainVerdict {
  const check = createChainCheck(
    [...(outside ?? []), ...inside],
    (version) => (version === 1 ? PUBLIC_KEY : null),
    KEYS,
  );
  rows.forEach(check.add);
  const files = outside === null ? [] : [{ path: 'the file', checkpoints: outside }];
  const made = end.checkpoints;
  const verdict = check.end(end);
  const problems = [
    ...verdict.problems,
    ...endProblems(KEYS, end),
    ...missingCheckpoints({ inside, files, made, settled: made }),
  ];
  return { ...verdict, ok: problems.length === 0, problems };
}
