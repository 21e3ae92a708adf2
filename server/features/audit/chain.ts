import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import * as nodeCrypto from 'node:crypto';
import { eventMacKey, isEndMac } from '../../crypto/auditMacs.ts';
import { CHAIN_START } from '../../crypto/canonicalJson.ts';
import { verifyCheckpoint } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import type { EventRow, SealedEnd } from '../../domain/audit/store.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { END_BROKEN } from '../../domain/audit/append.ts';
import { linkReader } from './linkReader.ts';
import type { Link } from './linkReader.ts';
import type { Run } from './runs.ts';

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
  /** The next ones, which a thread has recomputed. */
  addRun(run: Run): void;
  /** Those events whose hashes are compared with checkpoints. */
  marks(): number[];
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

  function compare(at: number, found: string): void {
    const hashes = expected.get(at);
    if (!hashes) return;
    if (!(hashes.size === 1 && hashes.has(found))) report(at, sentence('answers/audit', 'notTheSigned'));
    expected.delete(at);
  }

  function follow(next: { sequence: number; previous: string }): void {
    if (next.sequence !== sequence + 1) report(next.sequence, gapProblem(sequence, next.sequence));
    if (next.previous !== hash) report(next.sequence, sentence('answers/audit', 'follows'));
  }

  function addLink(link: Link): void {
    follow(link);
    if (link.state === 'changed') report(link.sequence, sentence('answers/audit', 'changed'));
    else if (link.state === 'unsealed') report(link.sequence, sentence('answers/audit', 'notSealed'));
    if (link.isBreak) report(link.sequence, sentence('answers/audit', 'endedElsewhere'));
    ({ sequence, hash } = link);
    compare(sequence, hash);
  }

  const linkOf = linkReader(nodeCrypto, keys && ((version) => eventMacKey(keys, version)), END_BROKEN);

  return {
    add: (row) => addLink(linkOf(row)),

    addRun(run) {
      if ('links' in run) {
        run.links.forEach(addLink);
        return;
      }
      follow({ sequence: run.first, previous: run.previous });
      for (const [at, found] of run.marked) compare(at, found);
      sequence = run.last;
      ({ hash } = run);
    },

    marks: () => [...expected.keys()],

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
