import { createTestApp } from '../../support/app.ts';
import type { Answer, TestApp, TestPerson } from '../../support/app.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { changeIn } from '../../support/secondPerson.ts';

export const PROVIDER = {
  name: 'Contoso',
  issuer: 'https://login.contoso.example',
  clientId: 'gatehouse',
  clientSecret: 'CANARY-client-secret',
  linkByEmail: true,
};

/** An organisation of some age, with somebody in it, whose administrator is alone. */
export async function aloneWorld(db: Db = openDatabase({ memory: true })): Promise<TestApp> {
  const test = await createTestApp({ db });
  await test.person({ username: 'jo' });
  return test;
}

/** Asks for a provider, in the name of the administrator unless told. */
export async function ask(
  test: TestApp,
  { by = test.administrator, name = PROVIDER.name }: { by?: TestPerson; name?: string } = {},
): Promise<Answer<OutputOf<'settings.sso.create'>>> {
  const token = await by.signIn({ stepUp: true });
  return test.call('settings.sso.create', { ...PROVIDER, name }, { token });
}

export async function asked(test: TestApp, options: Parameters<typeof ask>[1] = {}): Promise<string> {
  return changeIn(await ask(test, options));
}

/** Names of the providers that there are. */
export async function providers(test: TestApp): Promise<string[]> {
  const rows = await test.deps.db.kysely.selectFrom('sso_providers').select('name').execute();
  return rows.map(({ name }) => name);
}

/** The token of the link in the newest mail about a change. */
export async function linkToken(test: TestApp, to = 'admin@example.org'): Promise<string> {
  const mail = (await test.mails()).findLast(
    (one) => one.to === to && one.text.includes('/withdraw-change#'),
  );
  return /\/withdraw-change#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

export async function actions(test: TestApp): Promise<string[]> {
  const events = await test.audit();
  return events.map(({ action }) => action).filter((action) => action.startsWith('pending_change.'));
}
