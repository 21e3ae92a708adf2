import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { isEndMac, isEventMac } from '../../crypto/auditMacs.ts';
import { CHAIN_START, chainHash } from '../../crypto/canonicalJson.ts';
import { verifyCheckpoint } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import type { EventRow, SealedEnd } from '../../domain/audit/store.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { END_BROKEN, hashedEvent } from '../../domain/audit/append.ts';

export interface ChainProblem {
  sequence: number;
  problem: Sentence;
}

export interface ChainVerdict {
  ok: boolean;
  events: number;
  problems: ChainProblem[];
}

export interface ChainCheck {
  /** The next event, in the order of sequence. */
  add(row: EventRow): void;
  /** After the last event. `head` is where the database says that the chain ends. */
  end(head?: { sequence: number; hash: string }): ChainVerdict;
}

/** The public key (SPKI, base64url) of a key version, or null where it isn't known. */
export type PublicKeyOf = (version: number) => string | null;

/** One mistake makes all that follows wrong: the first ones are what a person looks at. */
const MOST_PROBLEMS = 100;

/**
 * Recomputes a chain event by event in constant memory, and compares it with the signed checkpoints (S-51): what was
 * edited, dropped, swapped or put in between breaks the chain; what was written anew, added or cut off lacks a MAC of the
 * server's key, or contradicts a checkpoint.
 *
 * @param keys the server's; null offline, where the signed checkpoints alone speak
 */
export function createChainCheck(
  checkpoints: readonly SignedCheckpoint[],
  publicKeyOf: PublicKeyOf,
  keys: Keyring | null,
): ChainCheck {
  const problems: ChainProblem[] = [];
  const expected = new Map<number, Set<string>>();
  let sequence = 0;
  let hash = CHAIN_START;

  function report(at: number, problem: Sentence): void {
    if (problems.length < MOST_PROBLEMS) problems.push({ sequence: at, problem });
  }

  for (const checkpoint of checkpoints) {
    const problem = checkpointProblem(checkpoint, publicKeyOf);
    if (problem) report(checkpoint.count, problem);
    else
      expected.set(checkpoint.count, (expected.get(checkpoint.count) ?? new Set()).add(checkpoint.headHash));
  }

  return {
    add(row) {
      if (row.sequence !== sequence + 1) report(row.sequence, gapProblem(sequence, row.sequence));
      if (row.previous_hash !== hash) report(row.sequence, sentence('answers/audit', 'follows'));
      if (row.hash !== recompute(row)) report(row.sequence, sentence('answers/audit', 'changed'));
      else if (keys && !isEventMac(keys, row.hash, row.mac))
        report(row.sequence, sentence('answers/audit', 'notSealed'));
      if (row.action === END_BROKEN) report(row.sequence, sentence('answers/audit', 'endedElsewhere'));
      sequence = row.sequence;
      hash = row.hash;
      const hashes = expected.get(sequence);
      if (hashes && !(hashes.size === 1 && hashes.has(hash))) {
        report(sequence, sentence('answers/audit', 'notTheSigned'));
      }
      expected.delete(sequence);
    },

    end(head) {
      if (head && (head.sequence !== sequence || head.hash !== hash)) {
        report(sequence, sentence('answers/audit', 'endMoved'));
      }
      for (const count of [...expected.keys()].toSorted((a, b) => a - b)) {
        report(count, sentence('answers/audit', 'notAllHere', { count }));
      }
      return { ok: problems.length === 0, events: sequence, problems };
    },
  };
}

/** What is wrong with where the database says that the log ends, by the server's key. */
export function endProblems(keys: Keyring, end: SealedEnd): ChainProblem[] {
  if (isEndMac(keys, end, end.mac)) return [];
  return [
    {
      sequence: end.sequence,
      problem: sentence('answers/audit', 'endNotSealed'),
    },
  ];
}

function gapProblem(last: number, next: number): Sentence {
  return next > last + 1
    ? sentence('answers/audit', 'missingFrom', { first: last + 1 })
    : sentence('answers/audit', 'twice');
}

/** The hash that a row should have; undefined where it can't have any. */
function recompute(row: EventRow): string | undefined {
  try {
    // Spaces and doubled keys change nothing in what is hashed, but we write neither.
    if (row.data !== JSON.stringify(JSON.parse(row.data))) return undefined;
    return chainHash(row.previous_hash, hashedEvent(row));
  } catch {
    return undefined;
  }
}

function checkpointProblem(checkpoint: SignedCheckpoint, publicKeyOf: PublicKeyOf): Sentence | undefined {
  const key = publicKeyOf(checkpoint.keyVersion);
  if (key === null)
    return sentence('answers/audit', 'keyUnknown', { version: String(checkpoint.keyVersion) });
  return isSigned(key, checkpoint) ? undefined : sentence('answers/audit', 'checkpointChanged');
}

function isSigned(key: string, checkpoint: SignedCheckpoint): boolean {
  try {
    return verifyCheckpoint(key, checkpoint);
  } catch {
    return false;
  }
}
