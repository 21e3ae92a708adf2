import Type from 'typebox';
import type { FactorKind } from '../../../../../contract/systems.ts';
import { accountGone } from '../../../../domain/systems/failure.ts';
import type { SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access, SystemKind } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { become } from '../become.ts';
import { isOpenIn, OKTA_ID } from './accounts.ts';
import { readOktaLog } from './log.ts';
import { readOktaPeople } from './people.ts';
import { ask } from './session.ts';
import { testOkta } from './test.ts';

const Text = Type.String({ maxLength: 1000 });
const Known = Type.Optional(Type.Union([Text, Type.Null()]));
const User = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  status: Text,
  profile: Type.Object({ login: Known, email: Known }),
});
const Users = Type.Array(User, { maxItems: 200 });
const Factors = Type.Array(
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: 200 }),
    factorType: Text,
    status: Type.Optional(Text),
    created: Known,
    profile: Type.Optional(
      Type.Object({ name: Known, authenticatorName: Known, phoneNumber: Known, email: Known }),
    ),
  }),
  { maxItems: 200 },
);

const KINDS: Record<string, FactorKind> = {
  push: 'push',
  'token:software:totp': 'app',
  'token:hotp': 'app',
  hotp: 'app',
  webauthn: 'passkey',
  u2f: 'passkey',
  signed_nonce: 'passkey',
  sms: 'sms',
  call: 'sms',
  email: 'mail',
};
/** Whether a sign-in asks for these is policy's: many have them for recovery only. */
const ALONE = ['email', 'question'];

/** Okta by its management API, with an API token (docs/systems/okta.md). */
export const okta: SystemKind = {
  kind: 'okta',
  abilities: {
    namesFactors: true,
    disablesFactors: false,
    holdsAccount: true,
    endsSessions: 'asked',
    log: 'own',
  },
  test: testOkta,
  readLog: readOktaLog,
  readPeople: readOktaPeople,

  async findAccounts(access, { username, email }) {
    const is = (field: string, value: string) => `profile.${field} eq ${JSON.stringify(value)}`;
    const names = [...new Set([username, ...(email === null ? [] : [email])])];
    const search = [
      ...names.map((name) => is('login', name)),
      ...(email === null ? [] : [is('email', email)]),
    ].join(' or ');
    const request = { path: ['users'], query: { search, limit: '20' }, needs: 'okta.users.read' };
    const same = (one: string | null | undefined, other: string | null) =>
      Boolean(one) && one?.toLowerCase() === other?.toLowerCase();
    return (await ask(access, request))
      .read(Users)
      .filter(({ profile }) => names.some((name) => same(profile.login, name)) || same(profile.email, email))
      .map(({ id, status, profile }) => ({
        externalId: id,
        username: profile.login ?? id,
        email: profile.email ?? null,
        // Whether anybody proved it, Okta doesn't tell.
        emailVerified: false,
        enabled: isOpenIn(status),
      }));
  },

  async factorsOf(access, externalId) {
    const answer = await askOf(access, externalId, { path: ['factors'], needs: 'okta.users.read' });
    return answer
      .read(Factors)
      .filter(({ status }) => status !== 'NOT_SETUP')
      .map(({ id, factorType, status, created, profile = {} }) => ({
        id,
        kind: KINDS[factorType] ?? 'other',
        name: (profile.name ?? profile.authenticatorName ?? profile.phoneNumber ?? profile.email) || null,
        createdAt: plausibleMoment(Date.parse(created ?? '')),
        // Okta doesn't tell.
        lastUsedAt: null,
        stopped: status !== 'ACTIVE',
        ...(ALONE.includes(factorType) ? { alone: true } : {}),
      }));
  },

  async removeFactor(access, externalId, factorId) {
    const { status } = await ask(access, {
      method: 'DELETE',
      path: ['users', oktaId(access, externalId), 'factors', factorId],
      needs: 'okta.users.credentials.resetFactors',
      accept: [404],
    });
    // Of an account that isn't there it is 404, too. Okta Verify's goes with its other half.
    if (status === 404) await userOf(access, externalId);
  },

  async endSessions(access, externalId) {
    await askOf(access, externalId, {
      method: 'DELETE',
      path: ['sessions'],
      query: { oauthTokens: 'true' },
      needs: 'okta.users.lifecycle.clearSessions',
    });
  },

  async isEnabled(access, externalId) {
    return isOpenIn((await userOf(access, externalId)).status);
  },

  async hold(access, externalId) {
    const isHeld = async () => !isOpenIn((await userOf(access, externalId)).status);
    await become(access, { isSo: isHeld, change: () => turn(access, externalId, 'suspend') });
  },

  /** Whether they are led into set-up is the organisation's policy. */
  async openForSetup(access, externalId) {
    const isOpen = async () => (await userOf(access, externalId)).status !== 'SUSPENDED';
    await become(access, { isSo: isOpen, change: () => turn(access, externalId, 'unsuspend') });
  },
};

const turn = (access: Access, externalId: string, verb: 'suspend' | 'unsuspend') =>
  askOf(access, externalId, {
    method: 'POST',
    path: ['lifecycle', verb],
    needs: `okta.users.lifecycle.${verb}`,
  });

async function userOf(access: Access, externalId: string): Promise<Type.Static<typeof User>> {
  return (await askOf(access, externalId, { path: [], needs: 'okta.users.read' })).read(User);
}

async function askOf(access: Access, externalId: string, request: SystemRequest) {
  const answer = await ask(access, {
    ...request,
    path: ['users', oktaId(access, externalId), ...request.path],
    accept: [404],
  });
  if (answer.status === 404) throw accountGone(access);
  return answer;
}

/** SECURITY: a login name may be another's tomorrow, and `me` is ourselves. */
function oktaId(access: Access, externalId: string): string {
  if (OKTA_ID.test(externalId)) return externalId;
  throw accountGone(access);
}
