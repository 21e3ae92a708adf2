import type { Db } from '../../../server/db/connection.ts';
import { createSample } from '../../../server/features/setup/sample/createSample.ts';
import { openAccount } from './accounts.ts';
import type { Account } from './accounts.ts';
import { openServer } from './server.ts';
import type { FuzzServer } from './server.ts';
import { openProvider } from './sso.ts';
import type { FuzzProvider } from './sso.ts';

/** Who asks. `midway` has the challenge of a sign-in that isn't done, or the token of a session that ended. */
export const KINDS = [
  'nobody',
  'user',
  'auditor',
  'help_desk',
  'security_officer',
  'administrator',
  'midway',
] as const;
export type Kind = (typeof KINDS)[number];

/** By position in the sample's list of whom one can sign in as. */
const ACCOUNTS = {
  security_officer: 1,
  administrator: 2,
  help_desk: 3,
  auditor: 4,
  user: 5,
  /** Has no MFA: signing in leads into setup. */
  newcomer: 7,
} as const;

export interface World extends FuzzServer {
  accounts: Record<keyof typeof ACCOUNTS, Account>;
  provider: FuzzProvider;
}

/** The sample organisation, with somebody of each kind and an identity provider. */
export async function openWorld(db: Db, seed: number): Promise<World> {
  const server = await openServer(db, seed);
  const { deps } = server;
  const sample = await createSample(deps, { users: 60, seed, now: deps.now() });
  const accounts = {} as World['accounts'];
  for (const [kind, position] of Object.entries(ACCOUNTS)) {
    const account = sample.accounts[position];
    if (!account) throw new Error(`The sample has no ${kind}.`);
    accounts[kind as keyof typeof ACCOUNTS] = await openAccount(deps, account, server);
  }
  const provider = await openProvider(deps, accounts.user.id);
  return {
    ...server,
    accounts,
    provider,
    async close() {
      await provider.idp.close();
      await server.close();
    },
  };
}
