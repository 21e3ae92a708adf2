import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { Access, LogEntry, LogRead } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { MINUTE } from '../../../../time.ts';
import { Answer, ask, realmOf, Text } from './session.ts';

const Known = Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]));
const Audit = Answer(
  Type.Object({
    next: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
    auditdata: Type.Array(
      Type.Object({
        number: Type.Integer(),
        date: Text,
        action: Known,
        success: Type.Optional(Type.Union([Type.Boolean(), Type.Number(), Type.Null()])),
        serial: Known,
        user: Known,
        realm: Known,
        administrator: Known,
        client: Known,
      }),
      { maxItems: 1000 },
    ),
  }),
);
type Line = Type.Static<typeof Audit>['result']['value']['auditdata'][number];

const PAGE = '500';
const MOST_PAGES = 40;
/** Zones differ by quarters of an hour. */
const QUARTER = 15 * MINUTE;

// A factor that is stopped, or nobody's any more, lets its owner in as little as one that is gone.
const REMOVES = /^(DELETE \/token\/(<serial>)?|POST \/token\/(disable|revoke|unassign)(\/<serial>)?)$/;
const ADDS = /^POST \/token\/(init|assign)$/;

/** What administrators did with the tokens of the realm. The log names who acted for themselves by no administrator. */
export async function readPrivacyIdeaLog(access: Access, since: number): Promise<LogRead> {
  const realm = realmOf(access);
  const aheadMs = await zoneOf(access);
  const minutes = Math.ceil((access.now - since) / MINUTE) + 1;
  const entries: LogEntry[] = [];
  // The newest first: what is written meanwhile moves the rest to later pages, and nothing is passed over.
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { auditdata, next } = await pageOf(access, {
      action: '*/token/*',
      timelimit: `${Math.max(minutes, 1)}m`,
      page: String(page),
      page_size: PAGE,
    });
    for (const line of auditdata) {
      const entry = entryOf(line, { realm, aheadMs, ourselves: access.clientId });
      if (entry && entry.at >= since && !entries.some(({ key }) => key === entry.key)) entries.push(entry);
    }
    if (!next) return { entries: entries.toReversed(), readTo: null };
  }
  throw new SystemFailure('too_large', sentence('answers/systems', 'tooLarge', { name: access.name }));
}

async function pageOf(access: Access, query: Record<string, string>) {
  const asked = { sortorder: 'desc', ...query };
  const answer = await ask(access, 'auditlog', { path: ['audit'], isFolder: true, query: asked });
  return answer.read(Audit).result.value;
}

/**
 * Its log is written in the server's own time, and doesn't say which. The last sign-in of an administrator was our own, a moment
 * ago: by how much that differs is the zone.
 */
async function zoneOf(access: Access): Promise<number> {
  const { auditdata } = await pageOf(access, { action: 'POST /auth*', page: '1', page_size: '1' });
  const at = momentOf(auditdata[0]?.date);
  return at === null ? 0 : Math.round((at - access.now) / QUARTER) * QUARTER;
}

function entryOf(
  { number, date, action, success, serial, user, realm, administrator, client }: Line,
  own: { realm: string; aheadMs: number; ourselves: string | null },
): LogEntry | null {
  const written = momentOf(date);
  if (written === null || !administrator || !serial || !action || !(success === true || success === 1))
    return null;
  const act = REMOVES.test(action) ? 'removed' : ADDS.test(action) ? 'added' : null;
  const isElsewhere = Boolean(realm) && realm !== own.realm;
  // A token that is nobody's yet is nobody's factor.
  if (act === null || isElsewhere || (act === 'added' && !user)) return null;
  return {
    key: `${number} ${date}`,
    at: hasZone(date) ? written : written - own.aheadMs,
    act,
    account: user ? { id: user, name: user } : null,
    factorId: serial,
    by: { id: administrator, name: administrator },
    isOurs: administrator === own.ourselves,
    address: client?.slice(0, 100) ?? null,
  };
}

const hasZone = (text: string) => /(Z|[+-]\d{2}:?\d{2})$/.test(text);

function momentOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return plausibleMoment(Date.parse(hasZone(text) ? text : `${text}Z`));
}
