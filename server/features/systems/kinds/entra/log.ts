import Type from 'typebox';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { ask, claimsOf } from './session.ts';

const Known = Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]));
const Nullable = <S extends Type.TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]));
const Audits = Type.Object({
  value: Type.Array(
    Type.Object({
      id: Type.String({ minLength: 1, maxLength: 300 }),
      activityDateTime: Type.String({ maxLength: 100 }),
      activityDisplayName: Known,
      result: Known,
      initiatedBy: Nullable(
        Type.Object({
          app: Nullable(Type.Object({ appId: Known, displayName: Known, servicePrincipalId: Known })),
          user: Nullable(
            Type.Object({ id: Known, userPrincipalName: Known, displayName: Known, ipAddress: Known }),
          ),
        }),
      ),
      targetResources: Nullable(
        Type.Array(Type.Object({ id: Known, type: Known, userPrincipalName: Known }), { maxItems: 1000 }),
      ),
    }),
    { maxItems: 1000 },
  ),
  '@odata.nextLink': Type.Optional(Type.String({ maxLength: 4000 })),
});
type Audit = Type.Static<typeof Audits>['value'][number];

const PAGE = '250';
const MOST_PAGES = 20;
export const AUDIT_RIGHT = 'AuditLog.Read.All';

// Its names for the same act differ by method and by year; what people do themselves is told by who did it.
const REMOVES = /\b(delete[sd]?|remove[sd]?|disable[sd]?)\b/i;
const ADDS = /\b(register(s|ed)?|add(s|ed)?|create[sd]?|update[sd]?)\b/i;
const IS_NEITHER = /^user\b|\b(options|started|canceled|cancelled|default)\b/i;

/** What administrators and applications did with methods. The log doesn't name the method, only its owner. */
export async function readEntraLog(access: Access, since: number): Promise<LogRead> {
  const { oid } = await claimsOf(access);
  const entries: LogEntry[] = [];
  let last = since;
  let page: string | undefined;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const request = { path: ['auditLogs', 'directoryAudits'], needs: AUDIT_RIGHT };
    const query = {
      $filter: `activityDateTime ge ${new Date(since).toISOString()} and loggedByService eq 'Authentication Methods'`,
      $orderby: 'activityDateTime asc',
      $top: PAGE,
    };
    const answer = await ask(access, page === undefined ? { ...request, query } : { ...request, page });
    const { value, '@odata.nextLink': next } = answer.read(Audits);
    for (const audit of value) {
      const at = plausibleMoment(Date.parse(audit.activityDateTime));
      if (at === null) continue;
      last = Math.max(last, at);
      const entry = entryOf(audit, at, { clientId: access.clientId, oid });
      if (entry && at >= since) entries.push(entry);
    }
    if (next === undefined) return { entries, readTo: null };
    page = next;
  }
  return { entries, readTo: Math.max(last, since + 1) };
}

function entryOf(
  { id, activityDisplayName, result, initiatedBy, targetResources }: Audit,
  at: number,
  ourselves: { clientId: string | null; oid: string | null },
): LogEntry | null {
  const what = activityDisplayName ?? '';
  const act = IS_NEITHER.test(what)
    ? null
    : REMOVES.test(what)
      ? 'removed'
      : ADDS.test(what)
        ? 'added'
        : null;
  if (act === null || result !== 'success') return null;
  const targets = targetResources ?? [];
  const target = targets.find(({ type }) => type === 'User') ?? targets[0];
  const { user, app } = initiatedBy ?? {};
  const by = user?.id ?? app?.servicePrincipalId ?? app?.appId ?? '?';
  // People's own acts are theirs.
  if (target?.id && target.id === user?.id) return null;
  return {
    key: id,
    at,
    act,
    account: target?.id ? { id: target.id, name: target.userPrincipalName ?? null } : null,
    factorId: null,
    by: {
      id: by,
      name: user ? (user.userPrincipalName ?? user.displayName ?? null) : (app?.displayName ?? null),
    },
    isOurs: app
      ? isSame(app.appId, ourselves.clientId) || isSame(app.servicePrincipalId, ourselves.oid)
      : user
        ? false
        : null,
    address: user?.ipAddress?.slice(0, 100) || null,
  };
}

const isSame = (one: string | null | undefined, other: string | null) =>
  Boolean(one) && one?.toLowerCase() === other?.toLowerCase();
