/** What happens in connected systems of a sample organisation: as life would do it, by the API and by hand in the systems. */
import { expect } from '@playwright/test';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { openSystem } from '../../support/systemListener.ts';
import { OURSELVES, startKeycloak } from '../../support/systems/keycloak.ts';
import type { FakeKeycloak, KeycloakUser } from '../../support/systems/keycloak.ts';
import { device, startLemonLdap } from '../../support/systems/lemonldap.ts';
import type { FakeLemonLdap } from '../../support/systems/lemonldap.ts';
import { call, steppedUpToken } from '../support/program.ts';
import type { Sample } from '../support/sample.ts';

const MINUTE = 60_000;
const HAND = { userId: 'e7e6f9c4-1b5d-4b0e-9a43-6c5a2f0b7d11', ipAddress: '192.0.2.7' };

type Somebody = OutputOf<'users.list'>['items'][number];

export interface Elsewhere {
  /** Whose link to a system waits for a second person; another one of theirs is in effect. */
  waiting: string;
  /** Where a system's own sign-in page links to: its name in `/lost-device`. */
  systemId: string;
  /** Addresses on this machine, each with the one that it stands for. */
  addresses: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/**
 * Connects three systems, of which one doesn't take its secret any more, and asks for a fourth; then what is done there by hand is found by
 * the server itself, which looks once a minute, and officers say what they make of it.
 */
export async function connectSystems(sample: Sample): Promise<Elsewhere> {
  const keycloak = await startKeycloak(openSystem);
  const labs = await startKeycloak(openSystem);
  labs.secret = 'another one since';
  const lemon = await startLemonLdap(openSystem);
  const by = {
    administrator: await steppedUpToken(sample, sample.person(/the second person/)),
    officer: await steppedUpToken(sample, sample.person(/sets the policy/)),
    all: await steppedUpToken(sample, sample.person(/sees and may do everything/)),
  };
  const connect = async (system: InputOf<'settings.systems.create'>) => {
    await call(sample, 'settings.systems.create', system, by.administrator);
  };
  const agree = async () => {
    const { items } = await call(sample, 'pendingChanges.list', {}, by.officer);
    for (const { id, mayApprove } of items)
      if (mayApprove.allowed) await call(sample, 'pendingChanges.approve', { id }, by.officer);
  };
  const client = {
    kind: 'keycloak',
    realm: 'staff',
    clientId: 'gatehouse',
    secret: 'client-secret',
  } as const;
  await connect({ ...client, name: 'Keycloak', url: keycloak.url });
  await connect({ ...client, name: 'Keycloak of the labs', url: labs.url });
  await connect({
    kind: 'lemonldap',
    name: 'LemonLDAP::NG',
    url: lemon.url,
    clientId: 'gatehouse',
    secret: 'manager-password',
    secretExpiresOn: inDays(20),
  });
  await agree();

  const { items: systems } = await call(sample, 'settings.systems.list', {}, by.administrator);
  const idOf = (name: string) => systems.find((one) => one.name === name)?.id ?? '';
  const { items } = await call(sample, 'users.list', { state: 'on', limit: 50 }, by.administrator);
  const people = items
    .filter(({ roles }) => roles.every((role) => role === 'user'))
    .map((one) => ({ ...one, account: accountOf(one) }));
  const [first, second] = people;
  if (!first || !second) throw new Error('The sample has too few people with MFA.');
  keycloak.users = people.map(({ account }) => account);
  lemon.devices = new Map(
    people.map(({ username }) => [username, [device(1_764_500_000, 'TOTP', 'Work phone')]]),
  );
  const link = (id: string, system: string, externalId: string) =>
    call(sample, 'users.linkSystem', { id, systemId: idOf(system), externalId }, by.administrator);
  for (const { id, account } of [first, second]) await link(id, 'Keycloak', account.id);
  await link(second.id, 'LemonLDAP::NG', second.username);
  await agree();
  await link(first.id, 'LemonLDAP::NG', first.username);
  await connect({ ...client, name: 'Keycloak for guests', url: keycloak.url, realm: 'guests' });

  const outside = () => call(sample, 'resetRequests.outside', {}, by.officer);
  await expect
    .poll(async () => (await outside()).watched.filter(({ readAt }) => readAt !== null).length, SLOW)
    .toBe(2);
  doneByHand(keycloak, lemon, { first: first.account, second: second.account });
  await expect.poll(async () => (await outside()).items.length, SLOW).toBe(5);
  await answered(outside, sample, by);
  return {
    waiting: first.id,
    systemId: idOf('Keycloak'),
    addresses: new Map([
      [keycloak.url, 'https://keycloak.northwind.example'],
      [labs.url, 'https://sso.labs.northwind.example'],
      [lemon.url, 'https://auth-manager.northwind.example'],
    ]),
    async close() {
      await keycloak.close();
      await labs.close();
      await lemon.close();
    },
  };
}

/** The server looks once a minute. */
const SLOW = { timeout: 3 * MINUTE, intervals: [1000] };

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);

/** As a Keycloak has it: an app, a key and a password. */
function accountOf({ id, username, email }: Somebody): KeycloakUser {
  const credential = (type: string, days: number, userLabel?: string) => ({
    id: `${type.slice(0, 3).padEnd(3, '0')}${id.slice(3)}`,
    type,
    createdDate: Date.now() - days * 24 * 60 * MINUTE,
    ...(userLabel !== undefined && { userLabel }),
  });
  return {
    id: `a${id.slice(1)}`,
    username,
    email: email ?? '',
    emailVerified: true,
    enabled: true,
    requiredActions: [],
    attributes: {},
    sessions: 1,
    credentials: [
      credential('password', 400),
      credential('otp', 230, 'Work phone'),
      credential('webauthn', 90, 'Blue key'),
    ],
  };
}

/** By an administrator there, with our own secret, to somebody whom nobody here is; and where no log is kept. */
function doneByHand(
  keycloak: FakeKeycloak,
  lemon: FakeLemonLdap,
  { first, second }: Record<'first' | 'second', KeycloakUser>,
): void {
  keycloak.users.push({ ...first, id: HAND.userId, username: 'e.lindqvist', email: '', credentials: [] });
  const removed = (account: string, factor: string, minutesAgo: number, who = HAND) =>
    keycloak.removals.push({
      time: Date.now() - minutesAgo * MINUTE,
      resourcePath: `users/${account}/credentials/${factor}`,
      authDetails: who,
    });
  const [password, app, key] = second.credentials;
  removed(first.id, first.credentials[1]?.id ?? '', 4);
  removed(second.id, app?.id ?? '', 3);
  removed('b3d1c0de-70aa-4f6e-8a61-33f3c2a9a001', 'c0ffee00-70aa-4f6e-8a61-33f3c2a9a001', 2);
  removed(second.id, key?.id ?? '', 1, { ...HAND, userId: OURSELVES });
  first.credentials.splice(1, 1);
  second.credentials = password ? [password] : [];
  lemon.devices.set(second.username, []);
}

/** One is explained, one by one of the two whom it takes, one reported; the others are still open. */
async function answered(
  outside: () => Promise<OutputOf<'resetRequests.outside'>>,
  sample: Sample,
  by: { officer: string; all: string },
): Promise<void> {
  const { items } = await outside();
  const [oldest, next] = items.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const nobodys = items.find(({ user }) => user === null);
  const explain = (id = '', note = '', breakGlass?: true) =>
    call(sample, 'resetRequests.explainOutside', { id, note, ...(breakGlass && { breakGlass }) }, by.officer);
  await explain(oldest?.id, 'New phone, seen in person at the front desk. Ticket 4711.');
  await explain(next?.id, 'The gate was down on Monday from 9:10 to 9:40.', true);
  const note = 'Nobody here knows this account, and the address is a hotel’s.';
  await call(sample, 'resetRequests.reportOutside', { id: nobodys?.id ?? '', note }, by.all);
}
