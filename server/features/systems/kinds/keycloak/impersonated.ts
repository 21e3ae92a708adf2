import Type from 'typebox';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { DAY, HOUR } from '../../../../time.ts';
import { ask } from './session.ts';

const Text = Type.String({ maxLength: 2000 });
const Known = Type.Optional(Type.Union([Text, Type.Null()]));
const Events = Type.Array(
  Type.Object({
    time: Type.Number(),
    type: Text,
    userId: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()])),
    sessionId: Known,
    ipAddress: Known,
    error: Known,
    details: Type.Optional(
      Type.Union([
        Type.Object({
          impersonator: Known,
          impersonator_realm: Known,
          credential_type: Known,
          selected_credential_id: Type.Optional(
            Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()]),
          ),
        }),
        Type.Null(),
      ]),
    ),
  }),
  { maxItems: 1000 },
);
type Event = Type.Static<typeof Events>[number];

const PAGE = 500;
const MOST_PAGES = 20;
const ACTS: Record<string, LogEntry['act']> = { REMOVE_CREDENTIAL: 'removed', UPDATE_CREDENTIAL: 'added' };
/** No session there lives longer, unless its realm says so. */
const LONGEST_SESSION = 30 * DAY;
/**
 * What comes by the account's API names no session. Keycloak's sessions end after ten hours unless told otherwise; so long, what
 * somebody does who was impersonated may be the administrator's doing.
 */
const NAMELESS = 10 * HOUR;

interface Impersonation {
  at: number;
  userId: string;
  sessionId: string | null;
  by: { id: string; name: string };
  isOurs: boolean;
}

/** What was done to factors in the name of somebody whom an administrator impersonates (S-113): Keycloak's log of users has it as theirs. */
export async function readImpersonated(access: Access, since: number): Promise<LogRead> {
  const begun = await eventsOf(access, 'IMPERSONATE', since - LONGEST_SESSION);
  const impersonations = begun.events.flatMap((event) => impersonationOf(access, event));
  const entries: LogEntry[] = [];
  let readTo: number | null = null;
  for (const type of impersonations.length === 0 ? [] : Object.keys(ACTS)) {
    const { events, isAll } = await eventsOf(access, type, since);
    entries.push(...events.flatMap((event) => entryOf(event, since, impersonations)));
    const last = events.reduce((latest, { time }) => Math.max(latest, plausibleMoment(time) ?? 0), since + 1);
    if (!isAll) readTo = Math.min(readTo ?? last, last);
  }
  return { entries, readTo };
}

async function eventsOf(access: Access, type: string, since: number) {
  const events: Event[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = {
      type,
      dateFrom: String(since),
      direction: 'asc',
      first: String(page * PAGE),
      max: String(PAGE),
    };
    const read = (await ask(access, { path: ['events'], query, needs: 'view-events' })).read(Events);
    events.push(...read.filter(({ error }) => !error));
    if (read.length < PAGE) return { events, isAll: true };
  }
  return { events, isAll: false };
}

function impersonationOf(
  { realm, clientId }: Access,
  { time, type, userId, sessionId, details }: Event,
): Impersonation[] {
  const at = plausibleMoment(time);
  if (type !== 'IMPERSONATE' || at === null || !userId) return [];
  const name = details?.impersonator || '?';
  const from = details?.impersonator_realm || realm;
  // Accounts of this realm can be linked to people here, who explain nothing that they did themselves.
  const called = from === realm ? name : `${name} (${from})`;
  const isOurs = from === realm && name === `service-account-${clientId ?? ''}`.toLowerCase();
  return [{ at, userId, sessionId: sessionId ?? null, by: { id: `${from}/${name}`, name: called }, isOurs }];
}

function entryOf(
  { time, type, userId, sessionId, ipAddress, details }: Event,
  since: number,
  impersonations: readonly Impersonation[],
): LogEntry[] {
  const at = plausibleMoment(time);
  const act = ACTS[type];
  if (at === null || at < since || act === undefined || !userId || details?.credential_type === 'password')
    return [];
  const by = impersonations.findLast(
    (one) =>
      one.userId === userId &&
      one.at <= at &&
      (sessionId ? one.sessionId === sessionId : at - one.at <= NAMELESS),
  );
  if (!by) return [];
  const factorId = details?.selected_credential_id ?? null;
  return [
    {
      key: `${at} ${type} ${userId} ${factorId ?? ''}`,
      at,
      act,
      account: { id: userId, name: null },
      factorId,
      by: by.by,
      isOurs: by.isOurs,
      address: ipAddress?.slice(0, 100) ?? null,
    },
  ];
}
