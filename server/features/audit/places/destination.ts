import { createHttpsPlace } from './https.ts';
import type { CheckpointPlace } from './place.ts';
import { createSyslogPlace } from './syslog.ts';

/** Where checkpoints go besides the data folder, as `--checkpoint-to` says: a file, or a place that only takes. */
export type Destination = { path: string } | CheckpointPlace;

/**
 * Reads `--checkpoint-to`: a path, `syslog://host:514`, or `https://…` (plain http on this machine only). Throws one sentence
 * for the operator.
 */
export function readDestination(text: string): Destination {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { path: text };
  if (!URL.canParse(text)) throw new Error(`The address ${text} for checkpoints cannot be read.`);
  const url = new URL(text);
  if (scheme === 'syslog' && url.hostname !== '') return createSyslogPlace(url);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (scheme === 'https' || (scheme === 'http' && isHere)) return createHttpsPlace(url);
  throw new Error(
    `Checkpoints cannot go to ${scheme}: name a file, syslog://host:514 or an https address, like https://vault.example/gatehouse.`,
  );
}
