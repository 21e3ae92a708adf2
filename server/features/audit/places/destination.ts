import { sentence } from '../../../../contract/words/sentence.ts';
import { isHost } from '../../../config/hosts.ts';
import { WrongValue } from '../../../config/wrongValue.ts';
import { createHttpsPlace } from './https.ts';
import type { CheckpointPlace } from './place.ts';
import { createSyslogPlace } from './syslog.ts';

/** Where checkpoints go besides the data folder, as `--checkpoint-to` says: a file, or a place that only takes. */
export type Destination = { path: string } | CheckpointPlace;

/**
 * Reads `--checkpoint-to`: a path, `syslog://host:514`, or `https://…` (plain http on this machine only). Throws `WrongValue`
 * with one sentence for the operator, which shows no password.
 */
export function readDestination(text: string): Destination {
  // A drive of Windows has one letter.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { path: text };
  if (!/^[^:]+:\/\//.test(text) || !URL.canParse(text)) throw unreadable();
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (scheme === 'syslog') {
    if (!isHost(host) || url.port === '0' || !/^syslog:\/\/[^/?#@]+\/?$/i.test(text)) throw unreadable();
    return createSyslogPlace(url);
  }
  const isHere = ['127.0.0.1', '::1', 'localhost'].includes(host);
  if (scheme !== 'https' && !(scheme === 'http' && isHere)) {
    throw new WrongValue(sentence('options', 'notCheckpointScheme', { scheme }));
  }
  if (!isHost(host) || url.port === '0' || !isEncoded(url.username + url.password)) throw unreadable();
  return createHttpsPlace(url);
}

function isEncoded(userInfo: string): boolean {
  try {
    decodeURIComponent(userInfo);
    return true;
  } catch {
    return false;
  }
}

const unreadable = () => new WrongValue(sentence('options', 'notCheckpointUrl'));
