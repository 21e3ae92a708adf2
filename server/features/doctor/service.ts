import { X509Certificate } from 'node:crypto';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps, Reading } from '../../context.ts';
import { sentenceOfTrouble } from '../../storageWatch.ts';
import { isDueAgain, MINUTE } from '../../time.ts';
import { examine } from './examine.ts';
import type { ExamineDeps } from './examine.ts';
import type { Finding } from './finding.ts';

export interface DoctorService {
  look(reading: Reading): Promise<OutputOf<'settings.doctor'>>;
  /** The same, as it was found within the last minute: asking mail servers and disks is not for every page. */
  lately(reading: Reading): Promise<OutputOf<'settings.doctor'>>;
}

/** What `gatehouse doctor` would say of the server that runs, with its own options. */
export function createDoctorService(
  { db, keys, config, storage }: Pick<Deps, 'db' | 'keys' | 'config' | 'storage'>,
  findAhead: ExamineDeps['findAhead'],
): DoctorService {
  let looking: Promise<Finding[]> | undefined;
  let last: { at: number; found: Finding[] } | undefined;

  async function lookNow(now: number): Promise<Finding[]> {
    const certificateEndsAt = config.tls && Date.parse(new X509Certificate(config.tls.cert).validTo);
    // One at a time for everybody who asks: others are called for it.
    looking ??= examine({ db, keys, config, certificateEndsAt, findAhead }, now).finally(() => {
      looking = undefined;
    });
    const found = await looking;
    last = { at: now, found };
    return found;
  }

  function said(found: Finding[], { voice }: Reading): OutputOf<'settings.doctor'> {
    const trouble = storage.trouble();
    const own = trouble ? [{ code: 'storage', sentence: sentenceOfTrouble(trouble) }] : [];
    const findings: Finding[] = [...own, ...found];
    return {
      ok: findings.every(({ isNotice }) => isNotice),
      findings: findings.map(({ code, sentence }) => ({ code, sentence: voice.write(sentence) })),
    };
  }

  return {
    look: async (reading) => said(await lookNow(reading.now), reading),
    lately: async (reading) => {
      const known =
        last && !isDueAgain(last.at, MINUTE, reading.now) ? last.found : await lookNow(reading.now);
      return said(known, reading);
    },
  };
}
