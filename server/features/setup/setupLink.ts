import type { Deps } from '../../context.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { token256 } from '../../crypto/random.ts';
import { SealBroken, seal, unseal } from '../../crypto/seal.ts';
import { putSetupLink, readSetupLink } from './setupLinkStore.ts';

const SEALED = { purpose: 'setup-link', userId: '', recordId: '1' };

/**
 * The same for comparing; null where there is none. SECURITY: by what is sealed and not by its hash, which whoever writes to the database
 * could put there (S-120).
 */
export async function setupTokenOf({ db, keys }: Pick<Deps, 'db' | 'keys'>): Promise<string | null> {
  const link = await readSetupLink(db.kysely);
  try {
    return link ? unseal(keys, SEALED, link.sealed_token) : null;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

/**
 * The token that sets up this empty database, the same for every server and every start, until it is used (S-64). Sealed by the
 * servers' key: whoever reads the database can't set it up.
 */
export async function keepSetupToken(
  { db, keys, random }: Pick<Deps, 'db' | 'keys' | 'random'>,
  now: number,
): Promise<string> {
  return db.transaction(async (tx) => {
    const token = token256(random);
    const sealed = seal(keys, random, SEALED, token);
    await putSetupLink(tx, { token_hash: sha256Hex(token), sealed_token: sealed, made_at: now });
    const link = await readSetupLink(tx);
    return link ? unseal(keys, SEALED, link.sealed_token) : token;
  });
}
