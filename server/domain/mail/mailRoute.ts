import type { Deps } from '../../context.ts';
import { keyedHash, keyedHashMatches } from '../../crypto/hash.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { DAY } from '../../time.ts';
import { lockStaff } from '../people/administratorStore.ts';
import { readSettings } from '../settings/current.ts';
import type { Settings } from '../settings/current.ts';
import { effectiveSettings } from '../settings/effective.ts';
import { readOrganisation } from '../settings/store.ts';
import { mailConfigured } from './mailer.ts';
import {
  firstRouteWithServer,
  insertRoute,
  markTested,
  newestRoute,
  routeChangesSince,
} from './routeStore.ts';

/** For so long after a change nothing that lets somebody in goes by mail (docs/decisions/0053-the-mail-route-is-a-key.md). */
const ROUTE_TAINT = 7 * DAY;
/** How old an organisation is at most whose first way of mails is no change. */
const FOUNDING = 7 * DAY;
/** How long its first way may still be put right. */
const FIRST_CONFIGURATION = DAY;

const PURPOSE = 'mail-route';

/**
 * Records by which way mails go and links lead now, where it isn't the way that was seen last. Answers whether that was a
 * change; the first way of an organisation in its first week is none. Locks the organisation: of several at once each sees
 * what the other recorded.
 *
 * @param by who turned it; null where it was found so, as the environment of the server has it
 * @param isConfirmed whether they say that what was written to the database is right: where it was found so, it is theirs from then on
 */
export async function noteRoute(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys' | 'config'>,
  { by, isConfirmed = false, now }: { by: string | null; isConfirmed?: boolean; now: number },
): Promise<boolean> {
  // Its lock is the organisation's row.
  await lockStaff(tx, deps.db.dialect);
  const organisation = await readOrganisation(tx);
  if (!organisation) return false;
  const settings = await readSettings(tx);
  const route = routeText(deps.config, settings);
  const newest = await newestRoute(tx);
  const wasFound = newest?.is_change === 1 && newest.by_id === null;
  const isKnown = newest && keyedHashMatches(deps.keys, PURPOSE, route, newest.route_hash);
  if (isKnown && !(isConfirmed && wasFound)) return false;
  const isChange =
    newest !== undefined && !(await isFirstConfiguration(tx, { by, now, founded: organisation.created_at }));
  await insertRoute(tx, {
    number: (newest?.number ?? 0) + 1,
    route_hash: keyedHash(deps.keys, PURPOSE, route),
    has_server: mailConfigured(deps.config, settings) ? 1 : 0,
    is_change: isChange ? 1 : 0,
    by_id: by,
    at: now,
    tested_at: null,
  });
  return isChange;
}

/**
 * Records that the mail server took a test mail by the way of now. Answers whether that was the first by it.
 */
export async function noteTested(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys' | 'config'>,
  now: number,
): Promise<boolean> {
  await noteRoute(tx, deps, { by: null, now });
  return markTested(tx, now);
}

/** Whether the mail server took a test mail by the way of now. */
export async function isTested(reader: Reader, deps: Pick<Deps, 'keys' | 'config'>): Promise<boolean> {
  const newest = await newestRoute(reader);
  if (!newest || newest.tested_at === null) return false;
  const route = routeText(deps.config, await readSettings(reader));
  return keyedHashMatches(deps.keys, PURPOSE, route, newest.route_hash);
}

/**
 * In an organisation's first week its first way, and what is put right of it within a day by the same person, or of what the
 * environment began with. SECURITY: whoever set the first one could have set theirs at once, so that this gives them nothing.
 */
async function isFirstConfiguration(
  tx: Tx,
  { by, now, founded }: { by: string | null; now: number; founded: number },
): Promise<boolean> {
  if (founded <= now - FOUNDING) return false;
  const first = await firstRouteWithServer(tx);
  if (!first) return true;
  return first.at > now - FIRST_CONFIGURATION && (first.by_id === null || first.by_id === by);
}

/** What makes a way another one. Passwords are none of it: another one at the same server turns nothing. */
function routeText(config: Deps['config'], settings: Settings): string {
  const { publicUrl, mailFrom, smtp } = effectiveSettings(config, settings);
  return JSON.stringify([
    publicUrl,
    mailFrom,
    config.smtpUrl === null ? smtp : withoutPassword(config.smtpUrl),
  ]);
}

function withoutPassword(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  url.password = '';
  return url.href;
}

/** A way of mails that changed less than seven days ago. */
export interface YoungRoute {
  /** UTC ms. */
  until: number;
  changes: readonly { by_id: string | null; at: number }[];
}

/** Null where the way is of old. */
export async function youngRoute(reader: Reader, now: number): Promise<YoungRoute | null> {
  const changes = await routeChangesSince(reader, now - ROUTE_TAINT);
  const [newest] = changes;
  return newest ? { until: newest.at + ROUTE_TAINT, changes } : null;
}
