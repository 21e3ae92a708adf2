import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import { deriveKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';

/** What is signed of a chain: without it, cutting off its tail would leave a valid, shorter chain (S-51). */
export interface Checkpoint {
  /** One after the other, so that one that is missing leaves a gap. Those of before there were numbers have none. */
  number?: number | undefined;
  count: number;
  headHash: string;
  at: number;
}

/** What is signed of an export: an ordinary checkpoint at its end would let it be cut off at any earlier one. */
export interface ExportEnd {
  count: number;
  headHash: string;
  /** When it was made, UTC ms. */
  at: number;
  /** How many checkpoints with numbers there were. */
  checkpoints: number;
}

export interface SignedExportEnd extends ExportEnd {
  keyVersion: number;
  /** As a checkpoint's. */
  signature: string;
}

export interface SignedCheckpoint extends Checkpoint {
  keyVersion: number;
  /** Ed25519 (RFC 8032) over the canonical JSON of the rest, base64url. */
  signature: string;
}

// PKCS #8 for Ed25519 (RFC 8410 §7) up to the 32 bytes of the private key.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signCheckpoint(keyring: Keyring, checkpoint: Checkpoint): SignedCheckpoint {
  return signed(keyring, CHECKPOINT, checkpoint);
}

export function signExportEnd(keyring: Keyring, end: ExportEnd): SignedExportEnd {
  return signed(keyring, EXPORT, end);
}

/** `publicKey`: what `checkpointPublicKey` answered for the checkpoint's key version. */
export function verifyCheckpoint(publicKey: string, checkpoint: SignedCheckpoint): boolean {
  return isSigned(publicKey, CHECKPOINT, checkpoint);
}

/** The same of an export's end. */
export function verifyExportEnd(publicKey: string, end: SignedExportEnd): boolean {
  return isSigned(publicKey, EXPORT, end);
}

/** The public key (SPKI, base64url) that an offline verifier needs; null where the keyring hasn't that version. */
export function checkpointPublicKey(keyring: Keyring, version: number = keyring.current): string | null {
  if (!keyring.keys.has(version)) return null;
  const key = createPublicKey(privateKey(keyring, version));
  return key.export({ format: 'der', type: 'spki' }).toString('base64url');
}

/** Whether a text is what `checkpointPublicKey` answers. */
export function isPublicKey(text: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** All public keys by version. */
export function publicKeysOf(keyring: Keyring): Record<string, string> {
  return Object.fromEntries(
    [...keyring.keys.keys()].map((version) => [version, checkpointPublicKey(keyring, version) ?? '']),
  );
}

const CHECKPOINT = 'gatehouse-checkpoint';
const EXPORT = 'gatehouse-audit-export';
type Kind = typeof CHECKPOINT | typeof EXPORT;

function signed<T extends Checkpoint | ExportEnd>(keyring: Keyring, kind: Kind, said: T) {
  const keyVersion = keyring.current;
  const signature = sign(null, signedBytes(kind, said, keyVersion), privateKey(keyring, keyVersion));
  return { ...said, keyVersion, signature: signature.toString('base64url') };
}

function isSigned(
  publicKey: string,
  kind: Kind,
  { keyVersion, signature, ...said }: SignedCheckpoint | SignedExportEnd,
): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  return verify(null, signedBytes(kind, said, keyVersion), key, Buffer.from(signature, 'base64url'));
}

function signedBytes(kind: Kind, said: Checkpoint | ExportEnd, keyVersion: number): Buffer {
  // Without what isn't there: a checkpoint of before there were numbers is signed without one.
  const fields = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return Buffer.from(canonicalJson({ ...fields, kind, keyVersion }));
}

// Derived, so that one key file is all there is to keep, and a signature outlives the database it speaks of.
function privateKey(keyring: Keyring, version: number): KeyObject {
  const seed = deriveKey(keyring, version, 'checkpoint').export();
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}
