import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { LogVerdict } from './verify.ts';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { verifyExportEnd } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint, SignedExportEnd } from '../../crypto/checkpoints.ts';
import type { EventRow } from '../../domain/audit/store.ts';
import { rfc3339 } from '../../time.ts';
import { createChainCheck } from './chain.ts';
import type { ChainCheck, ChainProblem, PublicKeyOf } from './chain.ts';
import { SignedCheckpointSchema } from './checkpointFile.ts';
import { missingCheckpoints } from './checkpointGaps.ts';
import { rowOfExported } from './exportLine.ts';

/** The problem of a file that is something else. */
export const NOT_AN_EXPORT = sentence('answers/audit', 'notAnExport');

/** The problem of an export that was filtered. */
export const A_PART = sentence('answers/audit', 'aPart');

const PartHead = Type.Object({ export: Type.Literal('gatehouse-audit'), partial: Type.Literal(true) });
const FirstHead = Type.Object({ export: Type.Literal('gatehouse-audit'), version: Type.Literal(1) });
const Head = Type.Object({
  export: Type.Literal('gatehouse-audit'),
  /** From 3 on events say where they came from. */
  version: Type.Union([Type.Literal(2), Type.Literal(3)]),
  end: Type.Object({
    count: Type.Integer(),
    headHash: Type.String(),
    at: Type.Integer(),
    checkpoints: Type.Integer(),
    keyVersion: Type.Integer(),
    signature: Type.String(),
  }),
});
const CheckpointLine = Type.Object({ checkpoint: SignedCheckpointSchema });
const nullableText = Type.Union([Type.String(), Type.Null()]);
/** SECURITY: nothing stands beside what the hash covers, or somebody could add to an export without its being noticed (S-51). */
const whole = { additionalProperties: false };
const Who = Type.Union([Type.Object({ id: nullableText, name: nullableText }, whole), Type.Null()]);
const EventLine = Type.Object(
  {
    sequence: Type.Integer(),
    id: Type.String(),
    at: Type.String(),
    action: Type.String(),
    actor: Who,
    target: Who,
    data: Type.Record(Type.String(), Type.Unknown()),
    origin: Type.Optional(
      Type.Object(
        {
          address: nullableText,
          userAgent: nullableText,
          session: nullableText,
          factors: Type.Union([Type.Array(Type.String()), Type.Null()]),
        },
        whole,
      ),
    ),
    previousHash: Type.String(),
    hash: Type.String(),
  },
  whole,
);

/**
 * Verifies a `jsonl` export without a server, line by line in constant memory (S-51).
 *
 * @param publicKeyOf the public keys of the server that it came from: those in an export prove nothing, for whoever made it up
 *   signed it with a key of theirs
 * @param take is handed each event, before anybody knows whether all of it is right
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  publicKeyOf: PublicKeyOf,
  take: (event: EventRow) => void = () => undefined,
): Promise<LogVerdict> {
  const problems: ChainProblem[] = [];
  const checkpoints: SignedCheckpoint[] = [];
  let end: SignedExportEnd | null | undefined;
  let check: ChainCheck | undefined;
  let number = 0;
  // Before anything is awaited: what reads a file line by line drops the lines that nobody waits for yet.
  const begun = begunOf(lines);
  // Each event is checked: by a function made for it that takes a fifth of the time. Not loaded by who only starts.
  const { Compile } = await import('typebox/compile');
  const eventLine = Compile(EventLine);

  const begin = (): ChainCheck => createChainCheck(checkpoints, publicKeyOf, null);

  for await (const line of begun) {
    number += 1;
    const value = parse(line);
    if (end === undefined) {
      if (Value.Check(PartHead, value)) return refused(A_PART);
      if (Value.Check(Head, value)) ({ end } = value);
      else if (Value.Check(FirstHead, value)) end = null;
      else return refused(NOT_AN_EXPORT);
    } else if (eventLine.Check(value) && isAsWritten(value.at)) {
      check ??= begin();
      const row = rowOfExported(value);
      check.add(row);
      take(row);
    } else if (!check && Value.Check(CheckpointLine, value)) {
      checkpoints.push(value.checkpoint);
    } else if (line.trim() !== '') {
      problems.push({
        sequence: 0,
        problem: sentence('answers/audit', 'lineUnlikeExport', { line: number }),
      });
    }
  }
  if (end === undefined) return refused(NOT_AN_EXPORT);

  check ??= begin();
  const verdict = end ? check.end({ sequence: end.count, hash: end.headHash }) : check.end();
  const all = [
    ...problems,
    ...verdict.problems,
    ...(end ? signedEndProblems(end, checkpoints, publicKeyOf) : oldEndProblems(verdict.events, checkpoints)),
  ].slice(0, 100);
  return { ok: all.length === 0, events: verdict.events, problems: all, unknown: unknownOf(end) };
}

function begunOf(lines: AsyncIterable<string> | Iterable<string>): AsyncIterable<string> | Iterable<string> {
  if (!(Symbol.asyncIterator in lines)) return lines;
  const iterator = lines[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => iterator };
}

function isAsWritten(at: string): boolean {
  const ms = Date.parse(at);
  return !Number.isNaN(ms) && rfc3339(ms) === at;
}

function signedEndProblems(
  end: SignedExportEnd,
  checkpoints: readonly SignedCheckpoint[],
  publicKeyOf: PublicKeyOf,
): ChainProblem[] {
  const key = publicKeyOf(end.keyVersion);
  if (key === null || !isSigned(key, end))
    return [{ sequence: end.count, problem: sentence('answers/audit', 'endByAnotherKey') }];
  const files = [{ path: sentence('answers/audit', 'thisExport'), checkpoints }];
  return missingCheckpoints({ inside: checkpoints, files, made: end.checkpoints, settled: 0 });
}

function isSigned(key: string, end: SignedExportEnd): boolean {
  try {
    return verifyExportEnd(key, end);
  } catch {
    return false;
  }
}

function oldEndProblems(events: number, checkpoints: readonly SignedCheckpoint[]): ChainProblem[] {
  if (checkpoints.some(({ count }) => count === events)) return [];
  return [{ sequence: events, problem: sentence('answers/audit', 'endNotSigned') }];
}

function unknownOf(end: SignedExportEnd | null): Sentence[] {
  if (end) return [sentence('answers/audit', 'afterExport', { at: rfc3339(end.at) })];
  return [sentence('answers/audit', 'cutOffAtEnd')];
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function refused(problem: Sentence): LogVerdict {
  return { ok: false, events: 0, problems: [{ sequence: 0, problem }], unknown: [] };
}
