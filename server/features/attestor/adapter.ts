import type { AdapterPayload, Adapter } from 'oidc-provider';
import type { Deps } from '../../context.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { seal, SealBroken, unseal } from '../../crypto/seal.ts';
import { consumeFlow, dropFlow, dropGranted, flowBy, putFlow } from './flowStore.ts';

/** What isn't kept: nobody stays signed in, and there is nothing that an access token opens. */
const NOT_KEPT: readonly string[] = ['Session', 'AccessToken'];

/**
 * Where the protocol keeps what is under way, for any number of servers. SECURITY: by the hash of what only the two sides know, and
 * sealed, so that whoever reads the database redeems no code, and whoever writes to it makes none (S-80).
 */
export function createAdapter(
  { db, keys, random, now }: Pick<Deps, 'db' | 'keys' | 'random' | 'now'>,
  alreadyUsed: () => Error,
): (model: string) => Adapter {
  return (model) => {
    const keyOf = (id: string) => `${model}:${sha256Hex(id)}`;
    const grantKeyOf = (grantId: string) => sha256Hex(`grant ${grantId}`);
    const contextOf = (key: string) => ({ purpose: 'attestor_flow', userId: '', recordId: key });
    return {
      async upsert(id, payload, expiresIn) {
        if (NOT_KEPT.includes(model)) return;
        const key = keyOf(id);
        const sealed = seal(keys, random, contextOf(key), JSON.stringify(payload));
        const grant_key = payload.grantId === undefined ? null : grantKeyOf(payload.grantId);
        await putFlow(db.kysely, { key, sealed, grant_key, expires_at: now() + expiresIn * 1000 }, now());
      },
      async find(id) {
        const key = keyOf(id);
        const flow = NOT_KEPT.includes(model) ? undefined : await flowBy(db.kysely, key, now());
        if (!flow) return undefined;
        try {
          const payload = JSON.parse(unseal(keys, contextOf(key), flow.sealed)) as AdapterPayload;
          return flow.consumed_at === null
            ? payload
            : { ...payload, consumed: Math.floor(flow.consumed_at / 1000) };
        } catch (error) {
          if (error instanceof SealBroken) return undefined;
          throw error;
        }
      },
      findByUid: () => Promise.resolve(undefined),
      findByUserCode: () => Promise.resolve(undefined),
      // SECURITY: of two who redeem one code at once the row count lets one go on.
      async consume(id) {
        if (!(await consumeFlow(db.kysely, keyOf(id), now()))) throw alreadyUsed();
      },
      destroy: (id) => dropFlow(db.kysely, keyOf(id)),
      revokeByGrantId: (grantId) => dropGranted(db.kysely, grantKeyOf(grantId)),
    };
  };
}
