import type { Selectable } from 'kysely';
import { rowMac } from '../../crypto/rowMac.ts';
import type { Bound } from '../../crypto/rowMac.ts';
import type { SealContext } from '../../crypto/seal.ts';
import type { AttestationsTable, AttestorsTable } from '../../db/schema.ts';

type Attestor = Selectable<AttestorsTable>;
type Attestation = Selectable<AttestationsTable>;

const ATTESTOR_COLUMNS = {
  id: true,
  name: true,
  client_id: true,
  redirect_uri: true,
  sealed_secret: false,
  sealed_key: false,
  changed_at: true,
  version: false,
} as const satisfies Record<keyof Omit<Attestor, 'mac'>, boolean>;

/** Who may ask, and where the answer goes; its secret and key are bound by their seals. */
export const ATTESTORS = rowMac<Bound<Attestor, typeof ATTESTOR_COLUMNS>>('attestors', ATTESTOR_COLUMNS);

const ATTESTATION_COLUMNS = {
  id: true,
  flow_hash: true,
  pushed_hash: true,
  user_id: true,
  request_id: true,
  subject: true,
  sealed_code: false,
  opened_at: true,
  ends_at: true,
  answer: true,
  answered_at: true,
} as const satisfies Record<keyof Omit<Attestation, 'mac'>, boolean>;

/** SECURITY: by its answer somebody is let in elsewhere. */
export const ATTESTATIONS = rowMac<Bound<Attestation, typeof ATTESTATION_COLUMNS>>(
  'attestations',
  ATTESTATION_COLUMNS,
);

/** What the client's secret, or the key that signs answers, belongs to. */
export const attestorContext = (what: 'secret' | 'key', id: string): SealContext => ({
  purpose: `attestor_${what}`,
  userId: '',
  recordId: id,
});
