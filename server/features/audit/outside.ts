import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { createCheckpointFile } from './checkpointFile.ts';
import { readDestination } from './places/destination.ts';
import type { Outside } from './verify.ts';

/** The data folder's own file, and what `--checkpoint-to` names. */
export function outsideOf({ dataDir, checkpointTo }: Pick<Config, 'dataDir' | 'checkpointTo'>): Outside {
  const named = checkpointTo === null ? null : readDestination(checkpointTo);
  const paths = [
    ...(dataDir === null ? [] : [join(dataDir, 'audit-checkpoints.jsonl')]),
    ...(named && 'path' in named ? [named.path] : []),
  ];
  return { files: paths.map(createCheckpointFile), place: named && 'send' in named ? named : null };
}
