import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { PolicyDocument as PolicyDocumentSchema } from '../../../contract/operations/policy.ts';
import { Compile } from 'typebox/compile';
import type { Reader } from '../../db/connection.ts';
import { LATER_SETTINGS } from './defaults.ts';
import { latestVersion } from './store.ts';

export interface CurrentPolicy {
  version: number;
  savedAt: number;
  document: PolicyDocument;
}

/** Made into code once: every request reads the policy. */
const policySchema = Compile(PolicyDocumentSchema);

/** The policy cannot be read. Nothing is decided without it (S-41). */
export class PolicyBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PolicyBroken';
  }
}

/** The policy in force. Throws `PolicyBroken` where it is missing or corrupt: fails closed (S-41). */
export async function currentPolicy(reader: Reader): Promise<CurrentPolicy> {
  const row = await latestVersion(reader);
  if (!row) throw new PolicyBroken('There is no policy in the database.');
  let document: unknown;
  try {
    document = { ...LATER_SETTINGS, ...(JSON.parse(row.document) as object) };
  } catch {
    throw new PolicyBroken(`Policy version ${row.version} is not JSON.`);
  }
  if (!policySchema.Check(document)) {
    throw new PolicyBroken(`Policy version ${row.version} does not match its schema.`);
  }
  return { version: row.version, savedAt: row.saved_at, document };
}
