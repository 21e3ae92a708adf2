import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { statfs } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Deps } from '../../context.ts';
import { MOST_LAG } from '../../db/postgresReplica.ts';
import { databaseTime } from '../../db/time.ts';
import { siemLags, siemNames } from '../../domain/audit/siemStore.ts';
import { lastBackupAt, lastEventAt } from '../../domain/audit/store.ts';
import { mailerBy } from '../../domain/mail/mailer.ts';
import { notSentBecause } from '../../domain/mail/notSent.ts';
import { PolicyBroken } from '../../domain/policy/broken.ts';
import { writtenPolicy, writtenSince } from '../../domain/policy/current.ts';
import { SENSITIVE_TAINT } from '../../domain/policy/rules/sensitiveTerms.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { effectiveSettings } from '../../domain/settings/effective.ts';
import { DAY, MINUTE } from '../../time.ts';
import { bounded } from './bounded.ts';
import type { Finding } from './finding.ts';
import { certificateAt, isResolved } from './network.ts';

export type ExamineDeps = Pick<Deps, 'db' | 'keys' | 'config'> & {
  /** When the certificate that this server was given ends, UTC ms; null where it has none of its own. */
  certificateEndsAt: number | null;
  /** A checkpoint elsewhere of a log that went further: handed in, because another feature knows how it is found. */
  findAhead: () => Promise<{ file: string; head: { sequence: number } } | null>;
};

/** Codes are judged by it: more, and right ones are refused. */
const CLOCK_OFF_MS = 10_000;
const BACKUP_OLD_MS = 8 * DAY;
/** Less is what a restart of either side takes. */
const SIEM_BEHIND_MS = 5 * MINUTE;
const CERTIFICATE_SOON_MS = 21 * DAY;
/** A little more than the lag that is a fault. */
const REPLICA_MS = 6_000;
const LEAST_FREE_BYTES = 1_000_000_000;

/** Looks at what an organisation that is open depends on. Changes nothing; what fails to be looked at is a finding. */
export async function examine(deps: ExamineDeps, now: number): Promise<Finding[]> {
  const looked = await Promise.all([
    bounded('policy', examinePolicy(deps, now)),
    bounded('clock', examineClock(deps, now)),
    bounded('public_url', examineAddress(deps, now)),
    bounded('smtp', examineMail(deps, now)),
    bounded('backup', examineBackup(deps, now)),
    bounded('disk', examineDisk(deps)),
    bounded('checkpoints', examineCheckpoints(deps)),
    bounded('siem', examineSiem(deps, now)),
    bounded('replica', examineReplica(deps)),
  ]);
  return looked.flat();
}

const finding = (code: string, said: Sentence): Finding => ({ code, sentence: said });

/** By that in force everybody signs in; those of the last weeks say who is protected in a reset. */
async function examinePolicy({ db: { kysely }, keys }: ExamineDeps, now: number): Promise<Finding[]> {
  const isBroken = await writtenPolicy(kysely, keys).then(() => false, whetherBroken);
  if (isBroken) return [finding('policy', sentence('doctor', 'policyBroken'))];
  const isAltered = await writtenSince(kysely, keys, now - SENSITIVE_TAINT).then(() => false, whetherBroken);
  return isAltered ? [finding('policy', sentence('doctor', 'policyAltered'))] : [];
}

function whetherBroken(error: unknown): true {
  if (error instanceof PolicyBroken) return true;
  throw error;
}

async function examineClock({ db: { kysely, dialect } }: ExamineDeps, now: number): Promise<Finding[]> {
  if (dialect === 'postgres') {
    const off = Math.abs((await databaseTime(kysely)) - Date.now());
    if (off <= CLOCK_OFF_MS) return [];
    return [finding('clock', sentence('doctor', 'clockOff', { seconds: Math.round(off / 1000) }))];
  }
  const last = await lastEventAt(kysely);
  return last === null || last <= now ? [] : [finding('clock', sentence('doctor', 'clockBehind'))];
}

async function examineAddress(deps: ExamineDeps, now: number): Promise<Finding[]> {
  const { publicUrl } = effectiveSettings(deps.config, await readSettings(deps.db.kysely));
  const own = endOfCertificate(deps.certificateEndsAt, now);
  if (publicUrl === null) return [...own, finding('public_url', sentence('doctor', 'noPublicUrl'))];
  const url = new URL(publicUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!(await isResolved(host))) return [...own, finding('dns', sentence('doctor', 'noDns', { host }))];
  if (url.protocol !== 'https:' || deps.certificateEndsAt !== null) return own;
  const found = await certificateAt(host, Number(url.port || 443));
  if ('problem' in found)
    return [finding('tls', sentence('doctor', 'tlsRefused', { address: publicUrl, why: found.problem }))];
  return endOfCertificate(found.endsAt, now);
}

function endOfCertificate(endsAt: number | null, now: number): Finding[] {
  if (endsAt === null || endsAt - now > CERTIFICATE_SOON_MS) return [];
  const at = { at: endsAt, as: 'date', zone: 'UTC' } as const;
  return [finding('tls', sentence('doctor', endsAt <= now ? 'tlsEnded' : 'tlsEnds', { at }))];
}

async function examineMail(deps: ExamineDeps, now: number): Promise<Finding[]> {
  const mailer = mailerBy({ ...deps, now: () => now }, await readSettings(deps.db.kysely));
  if (!mailer) return [finding('smtp', sentence('doctor', 'noMail'))];
  try {
    await mailer.check();
    return [];
  } catch (error) {
    const why = notSentBecause(error instanceof Error ? error.message : String(error));
    return [finding('smtp', typeof why === 'string' ? sentence('doctor', 'mailRefused', { why }) : why)];
  }
}

async function examineBackup({ db }: ExamineDeps, now: number): Promise<Finding[]> {
  const last = await lastBackupAt(db.kysely);
  if (last === null) return [finding('backup', sentence('doctor', 'noBackup'))];
  const days = Math.floor((now - last) / DAY);
  return now - last <= BACKUP_OLD_MS ? [] : [finding('backup', sentence('doctor', 'oldBackup', { days }))];
}

async function examineDisk({ config: { dataDir } }: ExamineDeps): Promise<Finding[]> {
  if (dataDir === null) return [];
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  if (free >= LEAST_FREE_BYTES) return [];
  const megabytes = Math.floor(free / 1_000_000);
  return [finding('disk', sentence('doctor', 'littleDisk', { folder: dataDir, megabytes }))];
}

async function examineCheckpoints({ config, findAhead }: ExamineDeps): Promise<Finding[]> {
  if (config.checkpointTo === null)
    return [{ code: 'checkpoints', sentence: sentence('doctor', 'noCheckpoints'), isNotice: true }];
  const ahead = await findAhead();
  if (!ahead) return [];
  const { file, head } = ahead;
  return [finding('put_back', sentence('doctor', 'putBack', { file, count: head.sequence }))];
}

async function examineSiem({ db, config }: ExamineDeps, now: number): Promise<Finding[]> {
  const lags = await siemLags(db.kysely, siemNames(config));
  return lags.flatMap(({ name, waiting, oldestAt, failure }) => {
    if (oldestAt === null || now - oldestAt < SIEM_BEHIND_MS) return [];
    const lag = { destination: name, waiting, minutes: Math.floor((now - oldestAt) / MINUTE) };
    if (failure === null) return [finding('siem', sentence('doctor', 'siemBehind', lag))];
    return [finding('siem', sentence('doctor', 'siemFails', { ...lag, why: failure }))];
  });
}

/** One look tells nothing of the time: what it lacks is waited for. */
async function examineReplica({ db: { replica } }: ExamineDeps): Promise<Finding[]> {
  if (!replica) return [];
  const startedAt = performance.now();
  for (;;) {
    const { fault, lag } = await replica.measure();
    if (fault?.kind === 'away')
      return [finding('replica', sentence('doctor', 'replicaAway', { why: fault.why }))];
    if (fault) return [finding('replica', sentence('doctor', 'replicaOther'))];
    if (lag !== null && lag > MOST_LAG)
      return [finding('replica', sentence('doctor', 'replicaBehind', { seconds: Math.round(lag) }))];
    // It has what was there when this look began, or soon will.
    const waited = performance.now() - startedAt;
    if (lag === 0 || (lag !== null && lag * 1000 < waited - 100) || waited > REPLICA_MS) return [];
    await delay(250);
  }
}
