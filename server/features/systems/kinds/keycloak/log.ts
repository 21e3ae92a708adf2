import { Buffer } from 'node:buffer';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { readImpersonated } from './impersonated.ts';
import { ask, tokenFor } from './session.ts';

const Text = Type.String({ maxLength: 2000 });
const Events = Type.Array(
  Type.Object({
    time: Type.Number(),
    operationType: Type.Optional(Text),
    resourceType: Type.Optional(Text),
    resourcePath: Type.Optional(Text),
    error: Type.Optional(Type.Union([Text, Type.Null()])),
    authDetails: Type.Optional(
      Type.Object({
        userId: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        ipAddress: Type.Optional(Type.String({ maxLength: 100 })),
      }),
    ),
  }),
  { maxItems: 1000 },
);
const Claims = Type.Object({ sub: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) });
const User = Type.Object({ username: Type.String({ maxLength: 500 }) });

const PAGE = 500;
const MOST_PAGES = 20;
/** The removal of a credential, and no other thing below it: its label, its place in the list. */
const REMOVAL = /^users\/([^/]{1,100})\/credentials\/([^/]{1,100})$/;

/** What administrators did, also in the name of somebody whom they impersonate. What people do themselves is left out. */
export async function readKeycloakLog(access: Access, since: number): Promise<LogRead> {
  const [own, inTheirName] = [await readAdminEvents(access, since), await readImpersonated(access, since)];
  const ends = [own, inTheirName].flatMap(({ readTo }) => readTo ?? []);
  const entries = [...own.entries, ...inTheirName.entries].toSorted((one, other) => one.at - other.at);
  return { entries, readTo: ends.length === 0 ? null : Math.min(...ends) };
}

/** That an administrator adds a factor is nothing that Keycloak offers. */
async function readAdminEvents(access: Access, since: number): Promise<LogRead> {
  const ourselves = subjectIn(await tokenFor(access));
  const entries: LogEntry[] = [];
  let last = since;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = {
      dateFrom: String(since),
      direction: 'asc',
      operationTypes: 'ACTION',
      resourceTypes: 'USER',
      first: String(page * PAGE),
      max: String(PAGE),
    };
    const events = (await ask(access, { path: ['admin-events'], query, needs: 'view-events' })).read(Events);
    for (const event of events) {
      const at = plausibleMoment(event.time);
      if (at === null) continue;
      last = Math.max(last, at);
      const entry = entryOf(event, at, ourselves);
      if (entry && at >= since) entries.push(entry);
    }
    if (events.length < PAGE) return { entries, readTo: null };
  }
  return { entries, readTo: Math.max(last, since + 1) };
}

function entryOf(
  {
    operationType,
    resourceType,
    resourcePath = '',
    error,
    authDetails = {},
  }: Type.Static<typeof Events>[number],
  at: number,
  ourselves: string | null,
): LogEntry | null {
  const [, account, factorId] = REMOVAL.exec(resourcePath) ?? [];
  if (operationType !== 'ACTION' || resourceType !== 'USER' || error || !account || !factorId) return null;
  const by = authDetails.userId ?? '?';
  return {
    key: `${at} ${resourcePath} ${by}`,
    at,
    act: 'removed',
    account: { id: account, name: null },
    factorId,
    by: { id: by, name: null },
    isOurs: ourselves === null ? null : by === ourselves,
    address: authDetails.ipAddress ?? null,
  };
}

/** The username of somebody in this realm; administrators of another one can't be asked for. */
export async function nameInKeycloak(access: Access, id: string): Promise<string | null> {
  const answer = await ask(access, { path: ['users', id], needs: 'view-users', accept: [404] });
  return answer.status === 404 ? null : answer.read(User).username;
}

/** The service account's own id: the log names who acted by it. Null where the token doesn't tell. */
function subjectIn(token: string): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return Value.Check(Claims, claims) ? (claims.sub ?? null) : null;
  } catch {
    return null;
  }
}
