import type { JobKindName } from '../../../contract/jobs.ts';
import type { Actor, Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { JobInput } from '../../domain/jobs/kind.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { insertJob } from './store.ts';

/** People who are done in one transaction: as many as others wait for without noticing. */
const SLICE = 25;

/** Somebody of a job; `was` is what they go back to, where it undoes another one. */
export interface JobPerson {
  id: string;
  was?: string | null;
}

export interface NewJob {
  kind: JobKindName;
  people: readonly JobPerson[];
  input: JobInput;
  undoes: string | null;
  actor: Actor;
  now: number;
}

/** Keeps what is to be done for whom; a worker does it. Answers the id. */
export async function makeJob(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  { kind, people, input, undoes, actor, now }: NewJob,
): Promise<string> {
  const id = uuidv7(now, deps.random);
  const job = {
    id,
    kind,
    state: 'waiting' as const,
    by_id: actor.userId,
    input: JSON.stringify(input),
    total: people.length,
    done: 0,
    failed: 0,
    reason: null,
    undoes,
    undone_by: null,
    holder: null,
    leased_until: 0,
    made_at: now,
    ended_at: null,
  };
  const slices = Array.from({ length: Math.ceil(people.length / SLICE) }, (_, number) => ({
    job_id: id,
    number,
    people: JSON.stringify(people.slice(number * SLICE, (number + 1) * SLICE)),
    outcomes: null,
  }));
  await insertJob(tx, job, slices);
  await appendAudit(tx, deps, {
    at: now,
    action: 'job.started',
    actor: actorPerson(actor),
    target: null,
    data: { jobId: id, kind, total: people.length, ...(undoes === null ? {} : { undoes }) },
  });
  return id;
}
