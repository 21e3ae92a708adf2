import Type from 'typebox';
import type { FactorKind } from '../../../../../contract/systems.ts';
import { accountGone } from '../../../../domain/systems/failure.ts';
import type { SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access, SystemAccount, SystemKind } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { unchanged } from '../become.ts';
import { nameInKeycloak, readKeycloakLog } from './log.ts';
import { readKeycloakPeople } from './people.ts';
import { ask } from './session.ts';
import { testKeycloak } from './test.ts';

const Text = Type.String({ maxLength: 500 });
const User = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  username: Text,
  enabled: Type.Boolean(),
  email: Type.Optional(Text),
  emailVerified: Type.Optional(Type.Boolean()),
  requiredActions: Type.Optional(Type.Array(Text, { maxItems: 100 })),
});
const Users = Type.Array(User, { maxItems: 100 });
const Credentials = Type.Array(
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: 100 }),
    type: Text,
    userLabel: Type.Optional(Text),
    createdDate: Type.Optional(Type.Number()),
  }),
  { maxItems: 200 },
);
const Sessions = Type.Array(Type.Object({}), { maxItems: 10_000 });
const Problem = Type.Object({ error: Text });

const KINDS: Record<string, FactorKind> = {
  otp: 'app',
  webauthn: 'passkey',
  'webauthn-passwordless': 'passkey',
  'recovery-authn-codes': 'recovery_codes',
};

const SETUP = 'CONFIGURE_TOTP';

/** Keycloak by its admin REST API, as a client with a service account (docs/systems/keycloak.md). */
export const keycloak: SystemKind = {
  kind: 'keycloak',
  abilities: {
    namesFactors: true,
    disablesFactors: false,
    holdsAccount: true,
    endsSessions: 'read_back',
    log: 'own',
  },
  test: testKeycloak,
  readLog: readKeycloakLog,
  readPeople: readKeycloakPeople,
  whoIs: nameInKeycloak,

  async findAccounts(access, { username, email }) {
    const by = async (query: Record<string, string>) => {
      const answer = await ask(access, {
        path: ['users'],
        query: { ...query, exact: 'true' },
        needs: 'view-users',
      });
      return answer.read(Users).map(accountOf);
    };
    const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
    const found = (await by({ username })).filter((account) => same(account.username, username));
    if (email === null) return found;
    const byEmail = await by({ email });
    return [
      ...found,
      ...byEmail.filter(
        (account) =>
          same(account.email ?? '', email) &&
          !found.some(({ externalId }) => externalId === account.externalId),
      ),
    ];
  },

  async factorsOf(access, externalId) {
    const answer = await askOf(access, externalId, { path: ['credentials'], needs: 'view-users' });
    return answer
      .read(Credentials)
      .filter(({ type }) => type !== 'password')
      .map(({ id, type, userLabel, createdDate }) => ({
        id,
        kind: KINDS[type] ?? 'other',
        name: userLabel || null,
        createdAt: plausibleMoment(createdDate),
        // Keycloak doesn't tell.
        lastUsedAt: null,
        stopped: false,
        ...(type === 'webauthn-passwordless' ? { alone: true } : {}),
      }));
  },

  async removeFactor(access, externalId, factorId) {
    const answer = await ask(access, {
      method: 'DELETE',
      path: ['users', externalId, 'credentials', factorId],
      needs: 'manage-users',
      accept: [404],
    });
    // Of a user who isn't there it is 404, too; that says so.
    if (answer.status === 404 && !/^credential\b/i.test(answer.read(Problem).error))
      throw accountGone(access);
  },

  async endSessions(access, externalId) {
    await askOf(access, externalId, { method: 'POST', path: ['logout'], needs: 'manage-users' });
  },

  async sessionsOf(access, externalId) {
    const answer = await askOf(access, externalId, { path: ['sessions'], needs: 'view-users' });
    return answer.read(Sessions).length;
  },

  async isEnabled(access, externalId) {
    return (await userOf(access, externalId)).enabled;
  },

  async hold(access, externalId) {
    await change(access, externalId, { enabled: false });
    if ((await userOf(access, externalId)).enabled) throw unchanged(access);
  },

  async openForSetup(access, externalId) {
    const { requiredActions = [] } = await userOf(access, externalId);
    const actions = [...new Set([...requiredActions, SETUP])];
    await change(access, externalId, { enabled: true, requiredActions: actions });
    const opened = await userOf(access, externalId);
    if (!opened.enabled || !opened.requiredActions?.includes(SETUP)) throw unchanged(access);
  },
};

const accountOf = ({
  id,
  username,
  email,
  emailVerified,
  enabled,
}: Type.Static<typeof User>): SystemAccount => ({
  externalId: id,
  username,
  email: email ?? null,
  emailVerified: emailVerified === true,
  enabled,
});

async function askOf(access: Access, externalId: string, request: SystemRequest) {
  const answer = await ask(access, {
    ...request,
    path: ['users', externalId, ...request.path],
    accept: [404],
  });
  if (answer.status === 404) throw accountGone(access);
  return answer;
}

async function userOf(access: Access, externalId: string): Promise<Type.Static<typeof User>> {
  return (await askOf(access, externalId, { path: [], needs: 'view-users' })).read(User);
}

/** A PUT takes the whole: what isn't in it would be emptied. */
async function change(access: Access, externalId: string, to: Partial<Type.Static<typeof User>>) {
  const user = await userOf(access, externalId);
  const request = { method: 'PUT', path: [], json: { ...user, ...to }, needs: 'manage-users' } as const;
  await askOf(access, externalId, request);
}
