import type { Deps } from '../../../context.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import type { Access, SystemFactor, SystemKind } from '../../../domain/systems/kind.ts';
import type { SystemLink } from '../../../domain/systems/linkStore.ts';
import type { StoredSystem } from '../../../domain/systems/store.ts';
import { differences } from '../rules/outside.ts';
import type { Listed } from '../rules/outside.ts';
import { recordOutside } from './record.ts';
import type { SeenThere } from './record.ts';
import { accountsToCompare, saveSnapshot } from './watchStore.ts';
import type { Snapshot } from './watchStore.ts';

/** Accounts in one round; where more are linked, each has its turn after the others. */
const AT_MOST = 200;
const AT_ONCE = 4;

/**
 * Where a system keeps no log: what linked accounts hold beside what they held. Tells when, and not by whom.
 *
 * @returns how many differences no request explains
 */
export async function compareAccounts(
  deps: Deps,
  system: StoredSystem,
  { kind, access }: { kind: SystemKind; access: Access },
): Promise<number> {
  const { db, now } = deps;
  const accounts = await accountsToCompare(db.kysely, system.id, AT_MOST);
  let found = 0;

  async function compare({ link, before }: { link: SystemLink; before: Snapshot | null }): Promise<void> {
    const asked = now();
    const factors = await factorsNow(kind, access, () => deps.systems.accountBy(link, system));
    if (!factors) return;
    const at = now();
    found += await db.transaction(async (tx) => {
      if (!(await saveSnapshot(tx, { linkId: link.id, before, factors, now: asked })) || !before) return 0;
      const changed = differences(JSON.parse(before.factors) as Listed[], factors);
      const seen = changed.map(({ act, factor }): SeenThere => ({
        key: `${link.id} ${factor.id} ${act} ${before.read_at}`,
        act,
        accountId: link.external_id,
        accountName: link.external_name,
        factorId: factor.id,
        factor,
        notBefore: before.read_at,
        at,
        by: null,
        isOurs: null,
        address: null,
        foundBy: 'comparison',
      }));
      return recordOutside(tx, deps, system, seen, at);
    });
  }

  for (let first = 0; first < accounts.length; first += AT_ONCE)
    await Promise.all(accounts.slice(first, first + AT_ONCE).map(compare));
  return found;
}

/** Null of an account that can't be asked for: it keeps nobody else from being looked at. */
async function factorsNow(
  kind: SystemKind,
  access: Access,
  accountId: () => string,
): Promise<Listed[] | null> {
  try {
    return (await kind.factorsOf(access, accountId())).map(listed);
  } catch (error) {
    if (error instanceof SystemFailure && (error.code === 'refused' || error.code === 'altered')) return null;
    throw error;
  }
}

const listed = ({ id, kind, name }: SystemFactor): Listed => ({ id, kind, name });
