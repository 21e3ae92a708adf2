import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { accountGone, SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access, SystemKind } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { become, unchanged } from '../become.ts';
import { deviceOf, DEVICES, rightTo } from './devices.ts';
import { readAuthentikLog } from './log.ts';
import { readAuthentikPeople } from './people.ts';
import { ask, lacking, listAll, ourselves, VIEW_USERS } from './session.ts';
import { testAuthentik } from './test.ts';

const Text = Type.String({ maxLength: 1000 });
const Known = Type.Optional(Type.Union([Text, Type.Null()]));
const User = Type.Object({
  pk: Type.Integer(),
  username: Text,
  email: Known,
  is_active: Type.Optional(Type.Boolean()),
});
const Devices = Type.Array(
  Type.Object({
    pk: Type.Union([Text, Type.Integer()]),
    name: Text,
    meta_model_name: Text,
    confirmed: Type.Boolean(),
    created: Known,
    last_used: Known,
  }),
  { maxItems: 200 },
);
const Session = Type.Object({ uuid: Type.String({ minLength: 1, maxLength: 100 }) });

const CHANGE_USERS = 'authentik_core.change_user';
const VIEW_SESSIONS = 'authentik_core.view_authenticatedsession';
const DELETE_SESSIONS = 'authentik_core.delete_authenticatedsession';

/** authentik by its API, with a service account's token (docs/systems/authentik.md). An account is its number. */
export const authentik: SystemKind = {
  kind: 'authentik',
  abilities: {
    namesFactors: true,
    disablesFactors: false,
    holdsAccount: true,
    endsSessions: 'read_back',
    log: 'own',
  },
  test: testAuthentik,
  readLog: readAuthentikLog,
  readPeople: readAuthentikPeople,

  async findAccounts(access, { username, email }) {
    const by = (query: Record<string, string>) =>
      listAll(access, VIEW_USERS, { path: ['core', 'users'], query, item: User });
    const named = (await by({ username })).filter((user) => user.username === username);
    const same = (one: string | null | undefined) => one?.toLowerCase() === email?.toLowerCase();
    const written = email === null ? [] : (await by({ email })).filter((user) => same(user.email));
    const others = written.filter(({ pk }) => !named.some((one) => one.pk === pk));
    return [...named, ...others].map((user) => ({
      externalId: String(user.pk),
      username: user.username,
      email: user.email || null,
      // Whether anybody proved it, authentik doesn't tell.
      emailVerified: false,
      enabled: user.is_active !== false,
    }));
  },

  async factorsOf(access, externalId) {
    const { isSuperuser, rights } = await ourselves(access);
    const hidden = Object.keys(DEVICES).map((device) => rightTo('view', device));
    const [missing] = hidden.filter((right) => !isSuperuser && !rights.has(right));
    // SECURITY: its list of all leaves out what we may not see (S-111).
    if (missing !== undefined) throw lacking(access, missing);
    const { pk } = await userOf(access, externalId);
    const request = { path: ['authenticators', 'admin', 'all'], query: { user: String(pk) } };
    const listed = (await ask(access, VIEW_USERS, request)).read(Devices);
    return listed.map(({ pk: id, name, meta_model_name, confirmed, created, last_used }) => {
      const device = deviceOf(meta_model_name) ?? meta_model_name;
      return {
        id: `${device}:${id}`,
        kind: DEVICES[device] ?? 'other',
        name: name || null,
        createdAt: plausibleMoment(Date.parse(created ?? '')),
        lastUsedAt: plausibleMoment(Date.parse(last_used ?? '')),
        stopped: !confirmed,
        // Which it asks for is the flow's; what isn't known here is taken for no guard.
        ...(device in DEVICES ? {} : { alone: true }),
      };
    });
  },

  async removeFactor(access, externalId, factorId) {
    const [, device = '', id = ''] = /^([^:]*):(.*)$/s.exec(factorId) ?? [];
    if (!(device in DEVICES)) {
      const words = sentence('answers/systems', 'cannotRemove', { name: access.name, what: device });
      throw new SystemFailure('refused', words);
    }
    const request = { method: 'DELETE', path: ['authenticators', 'admin', device, id] } as const;
    const answer = await ask(access, rightTo('delete', device), { ...request, accept: [404] });
    if (answer.status === 404) await userOf(access, externalId);
  },

  async endSessions(access, externalId) {
    for (const { uuid } of await sessionsOf(access, externalId)) {
      const path = ['core', 'authenticated_sessions', uuid];
      await ask(access, DELETE_SESSIONS, { method: 'DELETE', path, accept: [404] });
    }
  },

  async sessionsOf(access, externalId) {
    return (await sessionsOf(access, externalId)).length;
  },

  async isEnabled(access, externalId) {
    return (await userOf(access, externalId)).is_active !== false;
  },

  hold: (access, externalId) => activate(access, externalId, false),
  /** Whether they are led into set-up is the flow's. */
  openForSetup: (access, externalId) => activate(access, externalId, true),
};

async function sessionsOf(access: Access, externalId: string) {
  const { username } = await userOf(access, externalId);
  const query = { user__username: username };
  return listAll(access, VIEW_SESSIONS, { path: ['core', 'authenticated_sessions'], query, item: Session });
}

function activate(access: Access, externalId: string, isActive: boolean): Promise<void> {
  return become(access, {
    isSo: async () => ((await userOf(access, externalId)).is_active !== false) === isActive,
    change: () =>
      askOf(access, externalId, CHANGE_USERS, { method: 'PATCH', path: [], json: { is_active: isActive } }),
    fails: unchanged,
  });
}

async function userOf(access: Access, externalId: string): Promise<Type.Static<typeof User>> {
  return (await askOf(access, externalId, VIEW_USERS, { path: [] })).read(User);
}

async function askOf(access: Access, externalId: string, needs: string, request: SystemRequest) {
  if (!/^\d{1,12}$/.test(externalId)) throw accountGone(access);
  const path = ['core', 'users', externalId, ...request.path];
  const answer = await ask(access, needs, { ...request, path, accept: [404] });
  if (answer.status === 404) throw accountGone(access);
  return answer;
}
