import { DEVICES } from '../../../server/features/systems/kinds/authentik/devices.ts';
import { publishedBy } from '../vendors/published.ts';
import { Refusal, startStandIn } from '../vendors/standIn.ts';
import type { Question, StandIn } from '../vendors/standIn.ts';

export const US = 41;
const ROLE = '4f1d3c5e-0000-4000-8000-3c0c6a000041';

interface Device {
  pk: string;
  name: string;
  meta_model_name: string;
  confirmed: boolean;
  created?: string;
  last_used?: string | null;
}

interface AuthentikUser {
  pk: number;
  username: string;
  email: string;
  is_active: boolean;
  /** What else its directory says. */
  more?: Record<string, unknown>;
  devices: Device[];
  sessions: string[];
}

export interface FakeAuthentik {
  server: StandIn;
  users: AuthentikUser[];
  token: string;
  isSuperuser: boolean;
  /** Of its role. */
  rights: string[];
  /** Newest first, with their action. */
  events: Record<string, unknown>[];
  pageSize: number;
  first: (operation: string, question: Question) => Refusal | undefined;
}

const model = (device: string) => `authentik_stages_authenticator_${device}.${device}device`;
export const JOANNA = '7';
const detail = (status: number, headers = {}) =>
  new Refusal(status, { detail: 'Said by authentik' }, headers);
export const throttled = (seconds: string) => detail(429, { 'retry-after': seconds });

/** authentik's API by its published schema, with Joanna, who has an app, a key and recovery codes. */
export async function startAuthentik(): Promise<FakeAuthentik> {
  const find = (id: string | undefined) => authentik.users.find(({ pk }) => String(pk) === id);
  function page<T>(all: readonly T[], { query }: Question) {
    const number = Number(query.get('page') ?? '1');
    const size = Math.min(Number(query.get('page_size') ?? '100'), authentik.pageSize);
    const results = all.slice((number - 1) * size, number * size);
    const next = number * size < all.length ? number + 1 : 0;
    const counts = { total_pages: 1, start_index: 1, end_index: 1, current: number, previous: number - 1 };
    return { pagination: { next, count: all.length, ...counts }, results };
  }
  const removed = (device: string) => (question: Question) => {
    const [id] = question.params;
    const user = authentik.users.find(({ devices }) =>
      devices.some((one) => one.pk === id && one.meta_model_name === model(device)),
    );
    if (!user) return detail(404);
    user.devices = user.devices.filter((one) => one.pk !== id || one.meta_model_name !== model(device));
    return undefined;
  };
  const server = await startStandIn(publishedBy('authentik'), {
    base: '/api/v3',
    before(operation, question) {
      if (question.headers.authorization !== `Bearer ${authentik.token}`) return detail(403);
      return authentik.first(operation, question);
    },
    answers: {
      'GET /core/users/me/': () => ({
        user: { pk: US, is_superuser: authentik.isSuperuser, roles: [{ pk: ROLE, name: 'Gatehouse' }] },
        users: [],
      }),
      'GET /rbac/permissions/': (question) =>
        page(
          authentik.rights.map((right) => {
            const [app_label, codename] = right.split('.');
            return { app_label, codename };
          }),
          question,
        ),
      'GET /core/users/'(question) {
        const [username, email] = [question.query.get('username'), question.query.get('email')];
        const isNobodys = username === null && email === null;
        const all = authentik.users.filter(
          (user) => isNobodys || user.username === username || user.email === email,
        );
        return page(all.map(shown), question);
      },
      'GET /core/users/{id}/': ({ params: [id] }) =>
        find(id) ? shown(find(id) as AuthentikUser) : detail(404),
      'PATCH /core/users/{id}/'({ params: [id], json: said }) {
        const user = find(id);
        if (!user) return detail(404);
        Object.assign(user, said);
        if (!user.is_active) user.sessions = [];
        return shown(user);
      },
      // What may not be seen is left out, and nothing says so.
      'GET /authenticators/admin/all/': ({ query }) => find(query.get('user') ?? '')?.devices ?? [],
      ...Object.fromEntries(
        Object.keys(DEVICES).map((device) => [
          `DELETE /authenticators/admin/${device}/{id}/`,
          removed(device),
        ]),
      ),
      'GET /core/authenticated_sessions/'(question) {
        const user = authentik.users.find((one) => one.username === question.query.get('user__username'));
        return page(
          (user?.sessions ?? []).map((uuid) => ({ uuid })),
          question,
        );
      },
      'DELETE /core/authenticated_sessions/{uuid}/'({ params: [uuid] }) {
        for (const user of authentik.users) user.sessions = user.sessions.filter((one) => one !== uuid);
        return undefined;
      },
      'GET /events/events/': (question) =>
        page(
          authentik.events.filter(({ action }) => action === question.query.get('action')),
          question,
        ),
    },
  });
  const authentik: FakeAuthentik = {
    server,
    token: 'api-token',
    isSuperuser: false,
    rights: [
      'auth.view_permission',
      'authentik_core.view_user',
      'authentik_core.change_user',
      'authentik_core.view_authenticatedsession',
      'authentik_core.delete_authenticatedsession',
      'authentik_events.view_event',
      ...Object.keys(DEVICES).flatMap((device) =>
        ['view', 'delete'].map((act) => `authentik_stages_authenticator_${device}.${act}_${device}device`),
      ),
    ],
    events: [],
    pageSize: 100,
    first: () => undefined,
    users: [
      {
        pk: Number(JOANNA),
        username: 'joanna',
        email: 'jo@contoso.example',
        is_active: true,
        sessions: ['4f1d3c5e-0000-4000-8000-3c0c6a000001', '4f1d3c5e-0000-4000-8000-3c0c6a000002'],
        devices: [
          {
            pk: '12',
            name: 'Phone',
            meta_model_name: model('totp'),
            confirmed: true,
            created: '2025-02-03T10:00:00Z',
            last_used: '2026-11-29T07:00:00Z',
          },
          {
            pk: '12',
            name: 'Blue key',
            meta_model_name: model('webauthn'),
            confirmed: true,
            last_used: null,
          },
          { pk: '3', name: 'Codes', meta_model_name: model('static'), confirmed: false, last_used: null },
        ],
      },
    ],
  };
  return authentik;
}

const shown = ({ pk, username, email, is_active, more }: AuthentikUser) => ({
  pk,
  username,
  email,
  is_active,
  ...more,
});
