import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { permissionsOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { DatabaseUnavailable } from '../../db/errors.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { JobStopped } from '../../domain/jobs/kind.ts';
import type { JobInput, JobKind, JobSlice, Outcome } from '../../domain/jobs/kind.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUsers, userById } from '../../domain/people/store.ts';
import type { JobPerson } from './make.ts';
import { endJob, holdJob, idleJobs, jobById, nextSlice, recordSlice } from './store.ts';
import type { JobRow } from './store.ts';

export type Kinds = ReadonlyMap<string, JobKind>;

/** For a worker: goes on with what isn't over, a few people in each transaction, with whatever others do in between. */
export function createJobWork(deps: Deps, kinds: Kinds): { runDue(): Promise<void> } {
  const { db, events, now, log } = deps;
  const holder = randomUUID();

  /** Whether there is more to do. */
  async function step(id: string): Promise<boolean> {
    const at = now();
    const goesOn = await db.transaction(async (tx) => {
      if (!(await holdJob(tx, { id, holder, now: at }))) return false;
      const job = await jobById(tx, id);
      const kind = job && kinds.get(job.kind);
      if (!job || !kind) throw new JobStopped(sentence('answers/jobs', 'failed'));
      return doSlice(tx, { deps, job, kind, now: at });
    });
    await nextTurn();
    return goesOn;
  }

  async function run(id: string): Promise<void> {
    try {
      while (await step(id)) events.publish({ kind: 'jobs', id });
    } catch (error) {
      // It is tried again when the lease is over.
      if (error instanceof DatabaseUnavailable) throw error;
      if (!(error instanceof JobStopped)) log.error({ err: error, job: id }, 'a job failed');
      const why = error instanceof JobStopped ? error.why : sentence('answers/jobs', 'failed');
      await db.transaction((tx) => finish(tx, deps, { id, state: 'stopped', why, now: now() }));
    }
    for (const kind of ['jobs', 'users', 'outbox'] as const) events.publish({ kind });
  }

  return {
    async runDue() {
      for (const id of await idleJobs(db.kysely, holder, now())) await run(id);
    },
  };
}

interface Doing {
  deps: Deps;
  job: JobRow;
  kind: JobKind;
  now: number;
}

async function doSlice(tx: Tx, { deps, job, kind, now }: Doing): Promise<boolean> {
  const actor = await actorOf(tx, deps.keys, job, kind);
  const input = JSON.parse(job.input) as JobInput;
  const begun = { input, actor, jobId: job.id, now };
  await kind.begin?.(tx, begun);
  const row = await nextSlice(tx, job.id);
  if (!row) {
    await kind.end?.(tx, begun);
    await finish(tx, deps, { id: job.id, state: 'done', why: null, now });
    return false;
  }
  const people = JSON.parse(row.people) as JobPerson[];
  const users = await lockUsers(
    tx,
    deps,
    people.map(({ id }) => id),
  );
  const before = new Map(people.flatMap(({ id, was }) => (was === undefined ? [] : [[id, was] as const])));
  const slice: JobSlice = { ...begun, users, before };
  const refused = await kind.judge(tx, slice);
  const fitting = users.filter(({ id }) => !refused.has(id));
  const acted =
    fitting.length === 0 ? new Map<string, Outcome>() : await kind.act(tx, { ...slice, users: fitting });
  const outcomes = people.map(({ id }): Outcome => {
    const why = refused.get(id);
    return why ? { why } : (acted.get(id) ?? { why: sentence('answers/jobs', 'gone') });
  });
  const done = outcomes.filter((outcome) => 'done' in outcome).length;
  const counts = { done, failed: outcomes.length - done };
  await recordSlice(tx, row, { outcomes: JSON.stringify(outcomes), ...counts });
  return true;
}

/** Whoever asked for it, as they are now. SECURITY: who lost the right meanwhile, or was suspended, has nothing done for them. */
async function actorOf(tx: Tx, keys: Keyring, job: JobRow, kind: JobKind): Promise<JobSlice['actor']> {
  const user = await userById(tx, job.by_id);
  const roles = user ? await rolesOf(tx, keys, user.id) : [];
  if (user?.status !== 'active' || !permissionsOf(roles, false).has(kind.permission))
    throw new JobStopped(sentence('answers/jobs', 'lostRights', { name: user?.name ?? '' }));
  return { userId: user.id, username: user.username, name: user.name, roles };
}

/** Ends a job, with its event; nothing where it was over. */
async function finish(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  { id, state, why, now }: { id: string; state: 'done' | 'stopped'; why: Sentence | null; now: number },
): Promise<void> {
  const reason = why === null ? null : JSON.stringify(why);
  if (!(await endJob(tx, id, { state, reason, now }))) return;
  const job = await jobById(tx, id);
  if (!job) return;
  const { kind, done, failed, total } = job;
  await appendAudit(tx, deps, {
    at: now,
    action: 'job.ended',
    actor: null,
    target: null,
    data: { jobId: id, kind, state, done, failed, total },
  });
}
