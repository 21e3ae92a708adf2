import Type from 'typebox';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { ask, ourselves } from './session.ts';

const Known = Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]));
const Nullable = <S extends Type.TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]));
const Events = Type.Array(
  Type.Object({
    uuid: Type.String({ minLength: 1, maxLength: 200 }),
    published: Type.String({ maxLength: 100 }),
    eventType: Type.String({ maxLength: 300 }),
    outcome: Nullable(Type.Object({ result: Known })),
    actor: Nullable(Type.Object({ id: Known, alternateId: Known, displayName: Known })),
    client: Nullable(Type.Object({ ipAddress: Known })),
    target: Nullable(
      Type.Array(Type.Object({ id: Known, type: Known, alternateId: Known }), { maxItems: 1000 }),
    ),
  }),
  { maxItems: 1000 },
);
type Event = Type.Static<typeof Events>[number];

// 250 of them fit into what is read of one answer.
const PAGE = 250;
const MOST_PAGES = 20;
const ACTS: Record<string, LogEntry['act']> = {
  'user.mfa.factor.deactivate': 'removed',
  'user.mfa.factor.reset_all': 'removed',
  'user.mfa.factor.suspend': 'removed',
  'user.mfa.factor.activate': 'added',
  'user.mfa.factor.unsuspend': 'added',
};

/** What administrators did with factors. The System Log doesn't name the factor, only its owner. */
export async function readOktaLog(access: Access, since: number): Promise<LogRead> {
  const us = await ourselves(access);
  const filter = Object.keys(ACTS)
    .map((type) => `eventType eq "${type}"`)
    .join(' or ');
  const query = {
    since: new Date(since).toISOString(),
    // Without an end it always has a next page.
    until: new Date(access.now).toISOString(),
    filter,
    sortOrder: 'ASCENDING',
    limit: String(PAGE),
  };
  const entries: LogEntry[] = [];
  let last = since;
  let page: string | null = null;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const request = { path: ['logs'], needs: 'okta.logs.read' };
    const answer = await ask(access, page === null ? { ...request, query } : { ...request, page });
    const events = answer.read(Events);
    for (const event of events) {
      const at = plausibleMoment(Date.parse(event.published));
      if (at === null) continue;
      last = Math.max(last, at);
      const entry = entryOf(event, at, us);
      if (entry && at >= since) entries.push(entry);
    }
    page = answer.next;
    if (page === null || events.length === 0) return { entries, readTo: null };
  }
  return { entries, readTo: Math.max(last, since + 1) };
}

function entryOf(
  { uuid, eventType, outcome, actor, client, target }: Event,
  at: number,
  us: string,
): LogEntry | null {
  const act = ACTS[eventType];
  if (!act || outcome?.result !== 'SUCCESS') return null;
  const user = target?.find(({ type }) => type === 'User');
  // People's own acts are theirs.
  if (user?.id && user.id === actor?.id) return null;
  return {
    key: uuid,
    at,
    act,
    account: user?.id ? { id: user.id, name: user.alternateId ?? null } : null,
    factorId: null,
    by: { id: actor?.id ?? '?', name: (actor?.alternateId ?? actor?.displayName) || null },
    isOurs: actor?.id ? actor.id === us : null,
    address: client?.ipAddress?.slice(0, 100) || null,
  };
}
