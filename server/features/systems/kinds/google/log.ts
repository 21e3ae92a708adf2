import Type from 'typebox';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { ask, AUDIT, keyOf } from './session.ts';
import { TWO_STEPS, userBy } from './users.ts';

const Known = Type.Optional(Type.String({ maxLength: 5000 }));
const Activities = Type.Object({
  nextPageToken: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  items: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.Object({ time: Type.String({ maxLength: 100 }), uniqueQualifier: Known }),
        ipAddress: Known,
        actor: Type.Optional(
          Type.Object({
            email: Known,
            profileId: Known,
            applicationInfo: Type.Optional(Type.Object({ oauthClientId: Known })),
          }),
        ),
        events: Type.Optional(
          Type.Array(
            Type.Object({
              name: Known,
              parameters: Type.Optional(
                Type.Array(Type.Object({ name: Known, value: Known }), { maxItems: 500 }),
              ),
            }),
            { maxItems: 500 },
          ),
        ),
      }),
      { maxItems: 1000 },
    ),
  ),
});
type Activity = NonNullable<Type.Static<typeof Activities>['items']>[number];

const PAGE = '200';
const MOST_PAGES = 20;
/** More accounts of one read go by their address alone. */
const MOST_LOOKED_UP = 50;
const ACTS: Record<string, { act: LogEntry['act']; factorId: string | null }> = {
  TURN_OFF_2_STEP_VERIFICATION: { act: 'removed', factorId: TWO_STEPS },
  REVOKE_SECURITY_KEY: { act: 'removed', factorId: null },
  DELETE_2SV_SCRATCH_CODES: { act: 'removed', factorId: null },
  GENERATE_2SV_SCRATCH_CODES: { act: 'added', factorId: null },
};

/** What administrators did with 2-Step Verification. The log names people by their address. */
export async function readGoogleLog(access: Access, since: number): Promise<LogRead> {
  const entries: LogEntry[] = [];
  let pageToken: string | undefined;
  // The newest first: what is written meanwhile moves the rest to later pages, and nothing is passed over.
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const query = {
      startTime: new Date(since).toISOString(),
      maxResults: PAGE,
      ...(pageToken === undefined ? {} : { pageToken }),
    };
    const path = ['reports', 'v1', 'activity', 'users', 'all', 'applications', 'admin'];
    const { items = [], nextPageToken } = (await ask(access, AUDIT, { path, query })).read(Activities);
    for (const item of items) entries.push(...entriesOf(item, access).filter(({ at }) => at >= since));
    if (nextPageToken === undefined)
      return { entries: (await withIds(access, entries)).toReversed(), readTo: null };
    pageToken = nextPageToken;
  }
  throw new SystemFailure('too_large', sentence('answers/systems', 'tooLarge', { name: access.name }));
}

function entriesOf({ id, ipAddress, actor = {}, events = [] }: Activity, access: Access): LogEntry[] {
  const at = plausibleMoment(Date.parse(id.time));
  if (at === null) return [];
  return events.flatMap(({ name = '', parameters = [] }, index) => {
    const what = ACTS[name];
    if (!what) return [];
    const email = parameters.find((one) => one.name === 'USER_EMAIL')?.value;
    return [
      {
        ...what,
        key: `${id.time} ${id.uniqueQualifier ?? ''} ${index}`,
        at,
        account: email ? { id: email, name: email } : null,
        by: { id: actor.profileId ?? actor.email ?? '?', name: actor.email ?? null },
        isOurs: isOurs(actor, access),
        address: ipAddress?.slice(0, 100) || null,
      },
    ];
  });
}

/** Our administrator by our service account; by whom else it was done in their name, isn't told. */
function isOurs({ email, applicationInfo }: NonNullable<Activity['actor']>, access: Access): boolean | null {
  if (email !== undefined && email.toLowerCase() !== access.clientId?.toLowerCase()) return false;
  const { client_id: ourClient } = keyOf(access);
  const client = applicationInfo?.oauthClientId;
  return email === undefined || !client || !ourClient ? null : client === ourClient;
}

/** With the ids by which accounts are linked. */
async function withIds(access: Access, entries: readonly LogEntry[]): Promise<LogEntry[]> {
  const ids = new Map<string, string>();
  const emails = [...new Set(entries.flatMap(({ account }) => account?.name ?? []))];
  for (const email of emails.slice(0, MOST_LOOKED_UP)) {
    const user = await userBy(access, email);
    if (user) ids.set(email, user.id);
  }
  return entries.map((entry) => {
    const { account } = entry;
    return account ? { ...entry, account: { ...account, id: ids.get(account.id) ?? account.id } } : entry;
  });
}
