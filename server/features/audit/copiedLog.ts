import { sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { checkpointPublicKey } from '../../crypto/checkpoints.ts';
import type { Row } from '../../db/snapshot.ts';
import type { EventRow, SealedEnd } from '../../domain/audit/store.ts';
import { createChainCheck, endProblems } from './chain.ts';
import type { ChainCheck, ChainVerdict } from './chain.ts';
import { missingCheckpoints } from './checkpointGaps.ts';
import { signedOf } from './store.ts';

/** Verifies the log in a copy of the database, row by row: its end first, then its checkpoints, then its events. */
export function createCopiedLogCheck(keys: Keyring): {
  row(table: 'audit_head' | 'audit_checkpoints' | 'audit_events', row: Row): void;
  end(): ChainVerdict;
} {
  const checkpoints: ReturnType<typeof signedOf>[] = [];
  let sealedEnd: SealedEnd | undefined;
  let check: ChainCheck | undefined;
  const begun = () =>
    (check ??= createChainCheck(checkpoints, (version) => checkpointPublicKey(keys, version), keys));
  return {
    row(table, row) {
      if (table === 'audit_head') sealedEnd = row as unknown as SealedEnd;
      else if (table === 'audit_checkpoints')
        checkpoints.push(signedOf(row as unknown as Parameters<typeof signedOf>[0]));
      else begun().add(row as unknown as EventRow);
    },
    end() {
      const verdict = begun().end(sealedEnd);
      const files = [{ path: sentence('answers/audit', 'theDatabase'), checkpoints }];
      const problems = [
        ...verdict.problems,
        ...(sealedEnd ? endProblems(keys, sealedEnd) : []),
        ...missingCheckpoints({ inside: checkpoints, files, made: sealedEnd?.checkpoints ?? 0, settled: 0 }),
      ];
      return { ...verdict, ok: problems.length === 0, problems };
    },
  };
}
