import { sentence } from '../../../contract/words/sentence.ts';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkpointPublicKey } from '../../crypto/checkpoints.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { EventRow } from '../../domain/audit/store.ts';
import { Failure } from '../../failure.ts';
import { verifyExport } from './verifyExport.ts';

/** Where a log ended. */
interface End {
  sequence: number;
  hash: string;
}

/**
 * Reads what an export has after an end of the same log, oldest first, and answers where it ends itself. Throws where the export is
 * not whole, not of this server's keys, or of a log that went another way before.
 */
export async function readLaterEvents(
  file: string,
  keys: Keyring,
  after: End,
  take: (event: EventRow) => void,
): Promise<End> {
  let last: End | undefined;
  let isOfLog = false;
  const lines = createInterface({ input: createReadStream(file, 'utf8') });
  const verdict = await verifyExport(
    lines,
    (version) => checkpointPublicKey(keys, version),
    (row) => {
      if (row.sequence === after.sequence) isOfLog = row.hash === after.hash;
      if (row.sequence > after.sequence) take(row);
      last = { sequence: row.sequence, hash: row.hash };
    },
  );
  if (!verdict.ok || !last) {
    const problem = verdict.problems[0]?.problem ?? sentence('answers/audit', 'notAnExport');
    throw new Failure(sentence('backup', 'exportNotWhole', { file, problem }));
  }
  if (!isOfLog) throw new Failure(sentence('backup', 'exportOfAnother', { file }));
  return last;
}
