import { X509Certificate } from 'node:crypto';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps, Reading } from '../../context.ts';
import { sentenceOfTrouble } from '../../storageWatch.ts';
import { examine } from './examine.ts';
import type { ExamineDeps } from './examine.ts';
import type { Finding } from './finding.ts';

export interface DoctorService {
  look(reading: Reading): Promise<OutputOf<'settings.doctor'>>;
}

/** What `gatehouse doctor` would say of the server that runs, with its own options. */
export function createDoctorService(
  { db, keys, config, storage }: Pick<Deps, 'db' | 'keys' | 'config' | 'storage'>,
  findAhead: ExamineDeps['findAhead'],
): DoctorService {
  let looking: Promise<Finding[]> | undefined;
  return {
    async look({ now, voice }) {
      const certificateEndsAt = config.tls && Date.parse(new X509Certificate(config.tls.cert).validTo);
      // One at a time for everybody who asks: others are called for it.
      looking ??= examine({ db, keys, config, certificateEndsAt, findAhead }, now).finally(() => {
        looking = undefined;
      });
      const trouble = storage.trouble();
      const own = trouble ? [{ code: 'storage', sentence: sentenceOfTrouble(trouble) }] : [];
      const findings: Finding[] = [...own, ...(await looking)];
      return {
        ok: findings.every(({ isNotice }) => isNotice),
        findings: findings.map(({ code, sentence }) => ({ code, sentence: voice.write(sentence) })),
      };
    },
  };
}
