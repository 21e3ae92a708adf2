import Type from 'typebox';
import type { FactorKind } from '../../../../../contract/systems.ts';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { accountGone, SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access, SystemKind } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { become } from '../become.ts';
import { readEntraLog } from './log.ts';
import { readEntraPeople } from './people.ts';
import { ask, CLOUDS } from './session.ts';
import { testEntra } from './test.ts';

const Text = Type.String({ maxLength: 1000 });
const Known = Type.Optional(Type.Union([Text, Type.Null()]));
const User = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  userPrincipalName: Known,
  mail: Known,
  accountEnabled: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
});
const Users = Type.Object({ value: Type.Array(User, { maxItems: 100 }) });
const Methods = Type.Object({
  value: Type.Array(
    Type.Object({
      '@odata.type': Text,
      id: Type.String({ minLength: 1, maxLength: 500 }),
      displayName: Known,
      createdDateTime: Known,
      phoneNumber: Known,
      emailAddress: Known,
    }),
    { maxItems: 200 },
  ),
  '@odata.nextLink': Type.Optional(Type.String({ maxLength: 4000 })),
});
type Method = Type.Static<typeof Methods>['value'][number];

/** `alone`: a sign-in with a password isn't asked for it. */
const METHODS: Record<string, { path: string; kind: FactorKind; alone?: true }> = {
  microsoftAuthenticator: { path: 'microsoftAuthenticatorMethods', kind: 'push' },
  softwareOath: { path: 'softwareOathMethods', kind: 'app' },
  fido2: { path: 'fido2Methods', kind: 'passkey' },
  phone: { path: 'phoneMethods', kind: 'sms' },
  externalAuthentication: { path: 'externalAuthenticationMethods', kind: 'other' },
  email: { path: 'emailMethods', kind: 'mail', alone: true },
  windowsHelloForBusiness: { path: 'windowsHelloForBusinessMethods', kind: 'passkey', alone: true },
  platformCredential: { path: 'platformCredentialMethods', kind: 'passkey', alone: true },
  temporaryAccessPass: { path: 'temporaryAccessPassMethods', kind: 'other', alone: true },
};
const MOST_PAGES = 5;
const FIELDS = 'id,userPrincipalName,mail,accountEnabled';
const READ = 'User.Read.All';
const METHODS_RIGHT = 'UserAuthenticationMethod.ReadWrite.All';
const OBJECT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Microsoft Entra ID by Microsoft Graph, as an application with rights of its own (docs/systems/entra.md).
 *
 * @param clouds where each Graph's tokens are given
 */
export function createEntra(clouds: Record<string, string>): SystemKind {
  return {
    kind: 'entra',
    abilities: {
      namesFactors: true,
      disablesFactors: false,
      holdsAccount: true,
      endsSessions: 'asked',
      log: 'own',
    },
    tokenUrl: (url) => clouds[url] ?? null,
    test: testEntra,
    readLog: readEntraLog,
    readPeople: readEntraPeople,

    async findAccounts(access, { username, email }) {
      const names = [...new Set([username, ...(email === null ? [] : [email])])];
      const is = (field: string, name: string) => `${field} eq '${name.replaceAll("'", "''")}'`;
      const filter = [
        ...names.map((name) => is('userPrincipalName', name)),
        ...(email === null ? [] : [is('mail', email)]),
      ];
      const query = { $filter: filter.join(' or '), $select: FIELDS, $top: '20' };
      const { value } = (await ask(access, { path: ['users'], query, needs: READ })).read(Users);
      const same = (one: string | null | undefined, other: string | null) =>
        Boolean(one) && one?.toLowerCase() === other?.toLowerCase();
      return value
        .filter(
          ({ userPrincipalName, mail }) =>
            names.some((name) => same(userPrincipalName, name)) || same(mail, email),
        )
        .map(({ id, userPrincipalName, mail, accountEnabled }) => ({
          externalId: id,
          username: userPrincipalName ?? id,
          email: mail ?? null,
          // Whoever looks after the directory may write any address there.
          emailVerified: false,
          enabled: accountEnabled !== false,
        }));
    },

    async factorsOf(access, externalId) {
      const listed = await methodsOf(access, externalId);
      return listed
        .filter((method) => nameOf(method) !== 'password')
        .map((method) => {
          const { kind = 'other', alone } = METHODS[nameOf(method)] ?? {};
          const { displayName, phoneNumber, emailAddress, createdDateTime } = method;
          return {
            id: `${nameOf(method)}:${method.id}`,
            kind,
            name: (displayName ?? phoneNumber ?? emailAddress) || null,
            createdAt: plausibleMoment(Date.parse(createdDateTime ?? '')),
            // Graph doesn't tell.
            lastUsedAt: null,
            stopped: false,
            ...(alone ? { alone } : {}),
          };
        });
    },

    async removeFactor(access, externalId, factorId) {
      const [, name = '', id = ''] = /^(\w+):(.*)$/s.exec(factorId) ?? [];
      const method = METHODS[name];
      if (!method) {
        const words = sentence('answers/systems', 'cannotRemove', { name: access.name, what: name });
        throw new SystemFailure('refused', words);
      }
      const { status } = await ask(access, {
        method: 'DELETE',
        path: ['users', objectId(access, externalId), 'authentication', method.path, id],
        needs: METHODS_RIGHT,
        accept: [400, 404],
      });
      // Of an account that isn't there it is 404, too.
      if (status === 404) await userOf(access, externalId);
      if (status !== 400) return;
      // It removes the default one last: the others go first, and the read-back has this one tried again.
      const left = (await methodsOf(access, externalId)).filter((one) => nameOf(one) in METHODS);
      if (left.length > 1) return;
      const words = sentence('answers/systems', 'answersStatus', { name: access.name, status: '400' });
      throw new SystemFailure('refused', words, { status });
    },

    async endSessions(access, externalId) {
      await askOf(access, externalId, {
        method: 'POST',
        path: ['revokeSignInSessions'],
        needs: 'User.RevokeSessions.All',
      });
    },

    async isEnabled(access, externalId) {
      return (await userOf(access, externalId)).accountEnabled !== false;
    },

    hold: (access, externalId) => enable(access, externalId, false),
    /** Whether they are led into set-up is the tenant's policy. */
    openForSetup: (access, externalId) => enable(access, externalId, true),
  };
}

export const entra = createEntra(CLOUDS);

/** `fido2` of `#microsoft.graph.fido2AuthenticationMethod`; of one that isn't known, all of it. */
function nameOf({ '@odata.type': type }: Method): string {
  const name = /^#microsoft\.graph\.(\w+?)(?:Authentication)?Method$/.exec(type)?.[1] ?? type;
  return name === 'external' ? 'externalAuthentication' : name;
}

async function methodsOf(access: Access, externalId: string): Promise<Method[]> {
  const listed: Method[] = [];
  let page: string | undefined;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const request = { path: ['authentication', 'methods'], needs: METHODS_RIGHT };
    const answer = await askOf(access, externalId, page === undefined ? request : { ...request, page });
    const { value, '@odata.nextLink': next } = answer.read(Methods);
    listed.push(...value);
    if (next === undefined) return listed;
    page = next;
  }
  throw new SystemFailure('too_large', sentence('answers/systems', 'tooLarge', { name: access.name }));
}

async function askOf(access: Access, externalId: string, request: SystemRequest) {
  const answer = await ask(access, {
    ...request,
    path: ['users', objectId(access, externalId), ...request.path],
    accept: [404],
  });
  if (answer.status === 404) throw accountGone(access);
  return answer;
}

/** SECURITY: Graph takes a name, too, and the name may be another's tomorrow. */
function objectId(access: Access, externalId: string): string {
  if (OBJECT_ID.test(externalId)) return externalId;
  throw accountGone(access);
}

async function userOf(access: Access, externalId: string): Promise<Type.Static<typeof User>> {
  return (await askOf(access, externalId, { path: [], query: { $select: FIELDS }, needs: READ })).read(User);
}

function enable(access: Access, externalId: string, accountEnabled: boolean): Promise<void> {
  const needs = 'User.EnableDisableAccount.All';
  return become(access, {
    isSo: async () => ((await userOf(access, externalId)).accountEnabled !== false) === accountEnabled,
    change: () => askOf(access, externalId, { method: 'PATCH', path: [], json: { accountEnabled }, needs }),
  });
}
