import { sql } from 'kysely';
import type { ExpressionBuilder, Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import type { Schema, JobSlicesTable, JobsTable } from '../../db/schema.ts';
import { CLOCKS_APART, MINUTE } from '../../time.ts';

export type JobRow = Selectable<JobsTable>;
export type SliceRow = Selectable<JobSlicesTable>;

/** What isn't over. Literals, so that both databases know them as the condition of the partial index. */
const OPEN = sql<boolean>`state in ('waiting', 'running')`;

export async function insertJob(
  tx: Tx,
  job: Insertable<JobsTable>,
  slices: readonly Insertable<JobSlicesTable>[],
): Promise<void> {
  await tx.insertInto('jobs').values(job).execute();
  await insertMany(tx, 'job_slices', slices);
}

export function jobById(reader: Reader, id: string): Promise<JobRow | undefined> {
  return reader.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The oldest of a kind that isn't over. */
export function openJob(reader: Reader, kind: JobRow['kind']): Promise<JobRow | undefined> {
  return reader
    .selectFrom('jobs')
    .selectAll()
    .where(OPEN)
    .where('kind', '=', kind)
    .orderBy('made_at')
    .limit(1)
    .executeTakeFirst();
}

/** After a crash another server, or the same again, goes on when it is over. */
const LEASE_MS = MINUTE / 2;

/** No other server is at it; a lease that ends further ahead than one can was written by a clock that was wrong (S-92). */
const free = (holder: string, now: number) => (eb: ExpressionBuilder<Schema, 'jobs'>) =>
  eb.or([
    eb('holder', '=', holder),
    eb('leased_until', '<=', now),
    eb('leased_until', '>', now + LEASE_MS + CLOCKS_APART),
  ]);

/** Ids of those that no server is at now, the oldest first. */
export async function idleJobs(reader: Reader, holder: string, now: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('jobs')
    .select('id')
    .where(OPEN)
    .where(free(holder, now))
    .orderBy('made_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes a job for this server, or keeps it for a while from `now`. False where it is over, or another server is at it. */
export async function holdJob(
  tx: Tx,
  { id, holder, now }: { id: string; holder: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ state: 'running', holder, leased_until: now + LEASE_MS })
    .where('id', '=', id)
    .where(OPEN)
    .where(free(holder, now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The next people whom nothing was done for; undefined where there are none. */
export function nextSlice(tx: Tx, jobId: string): Promise<SliceRow | undefined> {
  return tx
    .selectFrom('job_slices')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('outcomes', 'is', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
}

/** What became of the people of a slice, in the transaction that did it. */
export async function recordSlice(
  tx: Tx,
  { job_id, number }: Pick<SliceRow, 'job_id' | 'number'>,
  { outcomes, done, failed }: { outcomes: string; done: number; failed: number },
): Promise<void> {
  await tx
    .updateTable('job_slices')
    .set({ outcomes })
    .where('job_id', '=', job_id)
    .where('number', '=', number)
    .execute();
  await tx
    .updateTable('jobs')
    .set((eb) => ({ done: eb('done', '+', done), failed: eb('failed', '+', failed) }))
    .where('id', '=', job_id)
    .execute();
}

/** False where it was over before. */
export async function endJob(
  tx: Tx,
  id: string,
  { state, reason, now }: { state: 'done' | 'cancelled' | 'stopped'; reason: string | null; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ state, reason, ended_at: now, leased_until: 0 })
    .where('id', '=', id)
    .where(OPEN)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False where another job undid it before, or it isn't over. */
export async function markUndone(tx: Tx, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ undone_by: by })
    .where('id', '=', id)
    .where('undone_by', 'is', null)
    .where('ended_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Some slices in order, from a number on. */
export function slicesFrom(
  reader: Reader,
  jobId: string,
  number: number,
  limit: number,
): Promise<SliceRow[]> {
  return reader
    .selectFrom('job_slices')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('number', '>=', number)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Removes jobs that were over before a time (UTC ms), with what they did for whom. */
export async function removeOldJobs(reader: Reader, before: number): Promise<void> {
  const old = reader.selectFrom('jobs').select('id').where('ended_at', '<', before);
  await reader.deleteFrom('job_slices').where('job_id', 'in', old).execute();
  await reader.deleteFrom('jobs').where('ended_at', '<', before).execute();
}
