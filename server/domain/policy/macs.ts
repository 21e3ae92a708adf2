import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import { rowMac } from '../../crypto/rowMac.ts';
import type { PolicyVersionsTable } from '../../db/schema.ts';
import { PolicyBroken } from './broken.ts';

type Version = Omit<Selectable<PolicyVersionsTable>, 'mac'>;

/** SECURITY: whoever writes to the database puts no policy in force (S-120). */
export const POLICY_MACS = rowMac<Version>('policy_versions', {
  version: true,
  document: true,
  reason: true,
  saved_by: true,
  saved_at: true,
});

/** Throws `PolicyBroken` where no server with the key wrote this version. */
export function requireWritten(keys: Keyring, row: Selectable<PolicyVersionsTable>): void {
  if (!POLICY_MACS.isAsWritten(keys, row))
    throw new PolicyBroken(`Policy version ${row.version} is not as a server with the key wrote it.`);
}

/** A version as it is stored. */
export const boundVersion = (keys: Keyring, row: Version): Selectable<PolicyVersionsTable> => ({
  ...row,
  mac: POLICY_MACS.of(keys, row),
});
