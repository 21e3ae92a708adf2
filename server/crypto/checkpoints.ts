import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import { deriveKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';

/** What is signed of a chain: without it, cutting off its tail would leave a valid, shorter chain (S-51). */
export interface Checkpoint {
  count: number;
  headHash: string;
  at: number;
}

export interface SignedCheckpoint extends Checkpoint {
  keyVersion: number;
  /** Ed25519 (RFC 8032) over the canonical JSON of the rest, base64url. */
  signature: string;
}

// PKCS #8 for Ed25519 (RFC 8410 §7) up to the 32 bytes of the private key.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signCheckpoint(keyring: Keyring, checkpoint: Checkpoint): SignedCheckpoint {
  const keyVersion = keyring.current;
  const signature = sign(null, signedBytes(checkpoint, keyVersion), privateKey(keyring, keyVersion));
  return { ...checkpoint, keyVersion, signature: signature.toString('base64url') };
}

/** `publicKey`: what `checkpointPublicKey` answered for the checkpoint's key version. */
export function verifyCheckpoint(publicKey: string, signed: SignedCheckpoint): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  return verify(
    null,
    signedBytes(signed, signed.keyVersion),
    key,
    Buffer.from(signed.signature, 'base64url'),
  );
}

/** The public key (SPKI, base64url) that an offline verifier needs; null where the keyring hasn't that version. */
export function checkpointPublicKey(keyring: Keyring, version: number = keyring.current): string | null {
  if (!keyring.keys.has(version)) return null;
  const key = createPublicKey(privateKey(keyring, version));
  return key.export({ format: 'der', type: 'spki' }).toString('base64url');
}

function signedBytes({ count, headHash, at }: Checkpoint, keyVersion: number): Buffer {
  return Buffer.from(canonicalJson({ kind: 'gatehouse-checkpoint', count, headHash, at, keyVersion }));
}

// Derived, so that one key file is all there is to keep, and a signature outlives the database it speaks of.
function privateKey(keyring: Keyring, version: number): KeyObject {
  const seed = deriveKey(keyring, version, 'checkpoint').export();
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}
