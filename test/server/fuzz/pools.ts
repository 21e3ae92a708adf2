import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { unseal } from '../../../server/crypto/seal.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { bodyContext } from '../../../server/domain/mail/write.ts';
import { currentPolicy } from '../../../server/domain/policy/current.ts';
import type { Deps } from '../../../server/context.ts';

/** Ids by what can be done with them, newest first, and what stands in the newest mails. */
export interface Pools {
  users: string[];
  locked: string[];
  withoutPassword: string[];
  pending: string[];
  approved: string[];
  completed: string[];
  mails: string[];
  providers: string[];
  links: string[];
  confirmations: string[];
  changes: string[];
  views: string[];
  tokens: string[];
  activationCodes: string[];
  version: number;
  document: Partial<PolicyDocument>;
}

export const NO_POOLS: Pools = {
  users: [],
  locked: [],
  withoutPassword: [],
  pending: [],
  approved: [],
  completed: [],
  mails: [],
  providers: [],
  links: [],
  confirmations: [],
  changes: [],
  views: [],
  tokens: [],
  activationCodes: [],
  version: 1,
  document: {},
};

const MOST = 60;

/** Reads them from the database. */
export async function readPools({ db, keys }: Deps): Promise<Pools> {
  const { kysely } = db;
  const idsOf = async (
    table:
      | 'users'
      | 'outbox'
      | 'sso_providers'
      | 'sso_links'
      | 'manager_confirmations'
      | 'pending_changes'
      | 'saved_views',
  ): Promise<string[]> => {
    const rows = await kysely.selectFrom(table).select('id').orderBy('id', 'desc').limit(MOST).execute();
    return rows.map(({ id }) => id);
  };
  const users = kysely.selectFrom('users').select('id').limit(MOST);
  const requests = async (...states: ('open' | 'verified' | 'approved' | 'completed')[]) => {
    const rows = await kysely
      .selectFrom('reset_requests')
      .select('id')
      .where('state', 'in', states)
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute();
    return rows.map(({ id }) => id);
  };
  const pending = await requests('open', 'verified');
  const newest = await kysely.selectFrom('outbox').selectAll().orderBy('id', 'desc').limit(10).execute();
  const written = newest
    .map((row) => (row.sealed_body === null ? '' : unseal(keys, bodyContext(row), row.sealed_body)))
    .join('\n');
  const { version, document } = await currentPolicy(kysely);
  return {
    users: await idsOf('users'),
    locked: (await users.where('locked_at', 'is not', null).execute()).map(({ id }) => id),
    withoutPassword: (await users.where('password_hash', 'is', null).execute()).map(({ id }) => id),
    pending,
    approved: await requests('approved'),
    completed: await requests('completed'),
    mails: await idsOf('outbox'),
    providers: await idsOf('sso_providers'),
    links: await idsOf('sso_links'),
    confirmations: await idsOf('manager_confirmations'),
    changes: await idsOf('pending_changes'),
    views: await idsOf('saved_views'),
    tokens: [
      ...(written.match(/(?<=[#=/])[A-Za-z0-9_-]{43}\b/g) ?? []),
      ...pending.slice(0, 3).map((id) => vetoToken(keys, id)),
    ],
    activationCodes: written.match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/g) ?? [],
    version,
    document,
  };
}
