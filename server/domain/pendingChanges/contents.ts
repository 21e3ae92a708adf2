import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { keyedHash, sha256Hex } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { seal, SealBroken, unseal } from '../../crypto/seal.ts';
import type { InWords } from './kinds.ts';

/** What a stored change holds. */
export interface Contents extends InWords {
  input: unknown;
}

interface Named {
  id: string;
  kind: string;
  made_by: string;
}

/**
 * SECURITY: sealed as a whole, not for its secrets alone. Else whoever writes to the database could change what a second person
 * has agreed to, move the contents of one change into another, or say that somebody else asked, and agree to their own.
 */
export const changeContext = ({ id, kind, made_by }: Named) => ({
  purpose: `pending_change:${kind}`,
  userId: made_by,
  recordId: id,
});

export function sealContents(
  { keys, random }: Pick<Deps, 'keys' | 'random'>,
  change: Named,
  contents: Contents,
): string {
  return seal(keys, random, changeContext(change), JSON.stringify(contents));
}

export function openContents(keys: Keyring, change: Named & { sealed: string }): Contents {
  return JSON.parse(unseal(keys, changeContext(change), change.sealed)) as Contents;
}

/** The same for those who are told of it, also where nobody can read it any more. */
export function readableContents(keys: Keyring, change: Named & { sealed: string }): Contents {
  try {
    return openContents(keys, change);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return { summary: sentence('changes', 'unreadable'), touches: [], input: null };
  }
}

/** What the link in the mails about a change holds; the database keeps its `sha256Hex` only. */
export function withdrawToken(keys: Keyring, changeId: string): string {
  return keyedHash(keys, 'withdraw-change', changeId);
}

/** The token of a change that was kept, also where the key was rotated since; undefined where that key is gone. */
export function tokenOf(keys: Keyring, change: { id: string; link_hash: string }): string | undefined {
  const tokens = [...keys.keys.keys()].map((current) => withdrawToken({ ...keys, current }, change.id));
  return tokens.find((token) => sha256Hex(token) === change.link_hash);
}
