import Type from 'typebox';
import { Value } from 'typebox/value';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { createChainCheck } from './chain.ts';
import type { ChainCheck, ChainProblem, ChainVerdict, PublicKeyOf } from './chain.ts';
import { SignedCheckpointSchema } from './checkpointFile.ts';
import { rowOfExported } from './exportLine.ts';

const Head = Type.Object({
  export: Type.Literal('gatehouse-audit'),
  version: Type.Literal(1),
  publicKeys: Type.Record(Type.String(), Type.String()),
});
const CheckpointLine = Type.Object({ checkpoint: SignedCheckpointSchema });
const nullableText = Type.Union([Type.String(), Type.Null()]);
const Who = Type.Union([Type.Object({ id: nullableText, name: nullableText }), Type.Null()]);
const EventLine = Type.Object({
  sequence: Type.Integer(),
  id: Type.String(),
  at: Type.String(),
  action: Type.String(),
  actor: Who,
  target: Who,
  data: Type.Record(Type.String(), Type.Unknown()),
  previousHash: Type.String(),
  hash: Type.String(),
});

export interface ExportVerdict extends ChainVerdict {
  /** By version, the public keys that the export itself names: to be compared with what the server shows. */
  publicKeys: Record<string, string>;
}

/**
 * Verifies a `jsonl` export without a server, line by line in constant memory (S-51).
 *
 * @param trusted the public keys of the server it came from. Without it the keys in the export are taken, which proves
 *   that the export is whole, but not whose it is.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  trusted?: PublicKeyOf,
): Promise<ExportVerdict> {
  const problems: ChainProblem[] = [];
  const checkpoints: SignedCheckpoint[] = [];
  let publicKeys: Record<string, string> | undefined;
  let check: ChainCheck | undefined;
  let number = 0;

  const begin = (): ChainCheck =>
    createChainCheck(checkpoints, trusted ?? ((version) => publicKeys?.[String(version)] ?? null));

  for await (const line of lines) {
    number += 1;
    const value = parse(line);
    if (!publicKeys) {
      if (!Value.Check(Head, value)) return notAnExport();
      publicKeys = value.publicKeys;
    } else if (Value.Check(EventLine, value)) {
      check ??= begin();
      check.add(rowOfExported(value));
    } else if (!check && Value.Check(CheckpointLine, value)) {
      checkpoints.push(value.checkpoint);
    } else if (line.trim() !== '') {
      problems.push({ sequence: 0, problem: `Line ${number} is not as an export has it.` });
    }
  }
  if (!publicKeys) return notAnExport();

  const verdict = (check ?? begin()).end();
  if (!checkpoints.some(({ count }) => count === verdict.events)) {
    problems.push({ sequence: verdict.events, problem: 'The end of the export is not signed.' });
  }
  const all = [...problems, ...verdict.problems].slice(0, 100);
  return { ok: all.length === 0, events: verdict.events, problems: all, publicKeys };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function notAnExport(): ExportVerdict {
  const problem = 'This is not an export of the audit log in the format jsonl.';
  return { ok: false, events: 0, problems: [{ sequence: 0, problem }], publicKeys: {} };
}
