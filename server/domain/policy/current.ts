import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { PolicyDocument as PolicyDocumentSchema } from '../../../contract/operations/policy.ts';
import { Value } from 'typebox/value';
import type { Reader } from '../../db/connection.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { PolicyBroken } from './broken.ts';
import { LATER_SETTINGS } from './defaults.ts';
import { requireWritten } from './macs.ts';
import { latestVersion, versionsBefore, versionsSince } from './store.ts';
import type { BoundVersion, StoredVersion } from './store.ts';

export interface CurrentPolicy {
  version: number;
  savedAt: number;
  document: PolicyDocument;
}

/** The policy in force. Throws `PolicyBroken` where it is missing or corrupt: fails closed (S-41). */
export async function currentPolicy(reader: Reader): Promise<CurrentPolicy> {
  return policyOf(await latestVersion(reader));
}

/**
 * The same where a server with the key put it in force, for whatever lets somebody in or decides about somebody. SECURITY: one that
 * somebody wrote past the servers is as good as none (S-120).
 */
export async function writtenPolicy(reader: Reader, keys: Keyring): Promise<CurrentPolicy> {
  return writtenPolicyOf(keys, await latestVersion(reader));
}

/** The same, of what is stored of it. */
export function writtenPolicyOf(keys: Keyring, row: BoundVersion | undefined): CurrentPolicy {
  if (row) requireWritten(keys, row);
  return policyOf(row);
}

/** The policy of what is stored of it. */
function policyOf(row: StoredVersion | undefined): CurrentPolicy {
  if (!row) throw new PolicyBroken('There is no policy in the database.');
  return { version: row.version, savedAt: row.saved_at, document: readDocument(row) };
}

/** A version of before as JSON, which may be of an older schema. */
export interface PastPolicy extends Omit<CurrentPolicy, 'document'> {
  document: object;
}

/**
 * The version that was in force then (UTC ms) and every later one, the oldest first. SECURITY: what is decided by what policy said a
 * while ago is decided by what a server with the key wrote (S-120).
 */
export async function writtenSince(reader: Reader, keys: Keyring, since: number): Promise<PastPolicy[]> {
  const rows = await versionsSince(reader, since);
  return rows.map((row) => {
    requireWritten(keys, row);
    return { version: row.version, savedAt: row.saved_at, document: parsed(row) };
  });
}

/** Those that were in force before a version, the newest first: read as far as they are asked for. */
export async function* earlierPolicies(reader: Reader, version: number): AsyncGenerator<CurrentPolicy> {
  let before = version;
  for (;;) {
    const rows = await versionsBefore(reader, before);
    for (const row of rows) {
      before = row.version;
      yield { version: row.version, savedAt: row.saved_at, document: checked(row) };
    }
    if (rows.length === 0) return;
  }
}

/** What was read last: a text that is the same to the letter says the same, and whoever changes it is heard at once. */
let known: { text: string; document: PolicyDocument } | undefined;

function readDocument(row: StoredVersion): PolicyDocument {
  if (known?.text === row.document) return known.document;
  const document = frozen(checked(row));
  known = { text: row.document, document };
  return document;
}

function checked(row: StoredVersion): PolicyDocument {
  const document: unknown = { ...LATER_SETTINGS, ...parsed(row) };
  if (!Value.Check(PolicyDocumentSchema, document)) {
    throw new PolicyBroken(`Policy version ${row.version} does not match its schema.`);
  }
  return document;
}

function parsed({ version, document }: StoredVersion): object {
  try {
    return JSON.parse(document) as object;
  } catch {
    throw new PolicyBroken(`Policy version ${version} is not JSON.`);
  }
}

/** Many hold it at once: who changed it would change it for everybody. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
