import Type from 'typebox';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { deviceOf } from './devices.ts';
import { ask, ourselves, Page, tooLarge } from './session.ts';

const Known = Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]));
const Key = Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Integer(), Type.Null()]));
const Who = Type.Object({ pk: Key, username: Known });
type Who = Type.Static<typeof Who>;
const Event = Type.Object({
  pk: Type.String({ minLength: 1, maxLength: 200 }),
  created: Type.String({ maxLength: 100 }),
  action: Type.String({ maxLength: 200 }),
  client_ip: Known,
  user: Type.Optional(
    Type.Object({
      pk: Key,
      username: Known,
      /** Whom an administrator impersonates, who is the user then. */
      on_behalf_of: Type.Optional(Type.Union([Who, Type.Null()])),
    }),
  ),
  context: Type.Optional(
    Type.Object({
      model: Type.Optional(Type.Object({ app: Known, pk: Key })),
      http_request: Type.Optional(Type.Object({ path: Known })),
    }),
  ),
});

const PAGE = '100';
const MOST_PAGES = 20;
const ACTS = { model_deleted: 'removed', model_created: 'added' } as const;
const VIEW_EVENTS = 'authentik_events.view_event';

/** What was done with devices by the ways that administrators have; the log names their owner only where one impersonates them. */
export async function readAuthentikLog(access: Access, since: number): Promise<LogRead> {
  const { pk } = await ourselves(access);
  const entries: LogEntry[] = [];
  for (const action of ['model_deleted', 'model_created'] as const)
    entries.push(...(await readOf(access, { action, since, us: pk })));
  return { entries: entries.toSorted((one, other) => one.at - other.at), readTo: null };
}

async function readOf(
  access: Access,
  { action, since, us }: { action: keyof typeof ACTS; since: number; us: number },
): Promise<LogEntry[]> {
  const entries = new Map<string, LogEntry>();
  // The newest first: what is written meanwhile moves the rest to later pages, and nothing is passed over.
  for (let page = 1, read = 0; read < MOST_PAGES; read += 1) {
    const query = { action, ordering: '-created', page: String(page), page_size: PAGE };
    const answer = await ask(access, VIEW_EVENTS, { path: ['events', 'events'], query });
    const { results, pagination } = answer.read(Page(Event));
    let isOlder = false;
    for (const event of results) {
      const at = plausibleMoment(Date.parse(event.created));
      if (at === null) continue;
      isOlder ||= at < since;
      const entry = at < since ? null : entryOf(event, at, { act: ACTS[action], us });
      if (entry) entries.set(entry.key, entry);
    }
    if (isOlder || pagination.next < 1) return [...entries.values()];
    page = pagination.next;
  }
  throw tooLarge(access);
}

function entryOf(
  { pk, client_ip, user = {}, context = {} }: Type.Static<typeof Event>,
  at: number,
  { act, us }: { act: LogEntry['act']; us: number },
): LogEntry | null {
  const { model, http_request: request } = context;
  const device = deviceOf(model?.app ?? '');
  const whose = user.on_behalf_of ?? null;
  // People's own devices have an address of their own, which is an administrator's act where one impersonates them.
  const isTheirs = whose === null && request?.path && !request.path.includes('/authenticators/admin/');
  if (device === null || isTheirs) return null;
  return {
    key: pk,
    at,
    act,
    account: accountOf(whose),
    factorId: model?.pk === undefined || model.pk === null ? null : `${device}:${model.pk}`,
    by: { id: String(user.pk ?? '?'), name: user.username ?? null },
    isOurs: user.pk === undefined || user.pk === null ? null : String(user.pk) === String(us),
    address: client_ip?.slice(0, 100) || null,
  };
}

const accountOf = (whose: Who | null): LogEntry['account'] =>
  whose?.pk === undefined || whose.pk === null
    ? null
    : { id: String(whose.pk), name: whose.username ?? null };
