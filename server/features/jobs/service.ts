import type { JobKindName } from '../../../contract/jobs.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Job } from '../../../contract/operations/jobs.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { invitationLacks } from '../../domain/mail/invitationLacks.ts';
import type { JobInput, JobKind, Outcome } from '../../domain/jobs/kind.ts';
import { countInvitations, draftIds, draftsByDepartment } from '../../domain/people/invitationStore.ts';
import { actorPerson, personOf } from '../../domain/people/people.ts';
import { userById, usersById } from '../../domain/people/store.ts';
import { refuse } from '../../refusal.ts';
import { requireStepUp } from '../../stepUp.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import { makeJob } from './make.ts';
import type { JobPerson } from './make.ts';
import { resultOf } from './result.ts';
import { createJobWork } from './run.ts';
import { endJob, jobById, markUndone, openJob, slicesFrom } from './store.ts';
import type { JobRow } from './store.ts';

type Acting = Reading & { actor: Actor };
type Whom = Pick<InputOf<'jobs.create'>, 'filter' | 'userIds'>;
type Filter = NonNullable<Whom['filter']>;

const JUDGED_AT_ONCE = 200;
const NAMED = 10;
const READ_AT_ONCE = 50;

export type JobsService = ReturnType<typeof createJobsService>;

/** What is done for many people at once: asked for, looked at, stopped and undone here; carried out by a worker. */
export function createJobsService(
  deps: Deps,
  {
    kinds: all,
    idsOf,
  }: { kinds: readonly JobKind[]; idsOf: (filter: Filter, now: number) => Promise<string[]> },
) {
  const { db } = deps;
  const kinds = new Map<string, JobKind>(all.map((kind) => [kind.name, kind]));

  function requireKind(name: JobKindName, actor: Actor): JobKind {
    const kind = kinds.get(name);
    if (!kind || !actor.permissions.has(kind.permission))
      throw refuse('forbidden', { detail: sentence('answers/jobs', 'mayNot') });
    return kind;
  }

  /** Seen by whoever asked for it, and by whoever could have. */
  async function requireJob(reader: Reader, id: string, actor: Actor): Promise<JobRow> {
    const job = await jobById(reader, id);
    const permission = job && kinds.get(job.kind)?.permission;
    if (job && (job.by_id === actor.userId || (permission && actor.permissions.has(permission)))) return job;
    throw refuse('not_found', { detail: sentence('answers/jobs', 'noSuchJob') });
  }

  async function whom({ filter, userIds }: Whom, now: number): Promise<string[]> {
    if ((filter === undefined) === (userIds === undefined)) {
      const detail = sentence('answers/jobs', 'whom');
      throw refuse('invalid_input', { detail, fields: { filter: detail } });
    }
    return filter ? idsOf(filter, now) : [...(userIds ?? [])];
  }

  async function shown(job: JobRow, { actor, voice }: Omit<Acting, 'now'>): Promise<Job> {
    const by = await userById(db.kysely, job.by_id);
    const kind = kinds.get(job.kind);
    const { id, state, done, failed, total } = job;
    return {
      id,
      kind: job.kind,
      state,
      done,
      failed,
      total,
      by: by ? personOf(by) : null,
      createdAt: rfc3339(job.made_at),
      endedAt: rfc3339OrNull(job.ended_at),
      reason: job.reason === null ? null : voice.write(JSON.parse(job.reason) as Sentence),
      canUndo:
        kind?.undo !== undefined &&
        actor.permissions.has(kind.permission) &&
        job.ended_at !== null &&
        job.undone_by === null &&
        done > 0,
      undoneBy: job.undone_by,
      undoes: job.undoes,
    };
  }

  const answer = async (id: string, acting: Acting) => ({
    job: await shown(await requireJob(db.kysely, id, acting.actor), acting),
  });

  async function begin(
    kind: JobKind,
    people: readonly JobPerson[],
    { input, undoes, acting }: { input: JobInput; undoes: string | null; acting: Acting },
  ): Promise<{ job: Job }> {
    const { actor, now } = acting;
    if (people.length === 0) throw refuse('nobody', { detail: sentence('answers/jobs', 'nobody') });
    await kind.check?.(db.kysely, input, now);
    const id = await db.transaction(async (tx) => {
      const made = await makeJob(tx, deps, { kind: kind.name, people, input, undoes, actor, now });
      if (undoes !== null && !(await markUndone(tx, undoes, made))) throw undoneBefore();
      return made;
    });
    deps.events.publish({ kind: 'jobs', id });
    return answer(id, acting);
  }

  const named = (ids: readonly string[]): JobPerson[] => ids.map((id) => ({ id }));

  return {
    work: createJobWork(deps, kinds),

    async invitations(acting: Acting): Promise<OutputOf<'invitations.get'>> {
      const departments = await draftsByDepartment(db.long);
      const open = await openJob(db.kysely, 'invite');
      return {
        lacks: await invitationLacks(db.kysely, deps, acting.now),
        draft: departments.reduce((sum, { count }) => sum + count, 0),
        ...(await countInvitations(db.long)),
        departments,
        job: open ? await shown(open, acting) : null,
      };
    },

    async sendInvitations(
      { department, userIds }: InputOf<'invitations.send'>,
      acting: Acting,
    ): Promise<{ job: Job }> {
      const kind = requireKind('invite', acting.actor);
      const ids = userIds ?? (await draftIds(db.long, department));
      return begin(kind, named(ids), { input: {}, undoes: null, acting });
    },

    async create(input: InputOf<'jobs.create'>, acting: Acting): Promise<{ job: Job }> {
      const kind = requireKind(input.kind, acting.actor);
      if (kind.stepUp) requireStepUp(acting.actor, acting.now);
      const ids = await whom(input, acting.now);
      const { confirmCount } = input;
      if (confirmCount === undefined ? input.filter !== undefined : confirmCount !== ids.length)
        throw refuse('confirm_number', {
          detail: sentence('answers/jobs', 'typeNumber', { count: ids.length }),
          extra: { count: ids.length },
        });
      return begin(kind, named(ids), { input: input.input ?? {}, undoes: null, acting });
    },

    async preview(
      input: InputOf<'jobs.preview'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'jobs.preview'>> {
      const kind = requireKind(input.kind, actor);
      const ids = await whom(input, now);
      const slice = { input: input.input ?? {}, before: new Map(), actor, jobId: '', now };
      const counts = new Map<string, number>();
      const people: OutputOf<'jobs.preview'>['people'] = [];
      let fitting = 0;
      for (let start = 0; start < ids.length; start += JUDGED_AT_ONCE) {
        const users = await usersById(db.long, ids.slice(start, start + JUDGED_AT_ONCE));
        const refused = await kind.judge(db.long, { ...slice, users });
        for (const why of refused.values()) {
          const said = voice.write(why);
          counts.set(said, (counts.get(said) ?? 0) + 1);
        }
        const fit = users.filter(({ id }) => !refused.has(id));
        fitting += fit.length;
        people.push(...fit.slice(0, Math.max(0, NAMED - people.length)).map(personOf));
      }
      const notDone = [...counts].map(([said, count]) => ({ sentence: said, count }));
      return { total: ids.length, fitting, people, notDone };
    },

    get: (id: string, acting: Acting) => answer(id, acting),

    async result(id: string, { actor, voice }: Acting): Promise<AsyncIterable<string>> {
      await requireJob(db.kysely, id, actor);
      return resultOf(db.long, id, voice);
    },

    async cancel(id: string, acting: Acting): Promise<{ job: Job }> {
      const { actor, now } = acting;
      await db.transaction(async (tx) => {
        const job = await requireJob(tx, id, actor);
        if (!(await endJob(tx, id, { state: 'cancelled', reason: null, now }))) return;
        const by = actorPerson(actor);
        const data = { jobId: id, kind: job.kind, done: job.done, total: job.total };
        await appendAudit(tx, deps, { at: now, action: 'job.cancelled', actor: by, target: null, data });
      });
      deps.events.publish({ kind: 'jobs', id });
      return answer(id, acting);
    },

    async undo(id: string, acting: Acting): Promise<{ job: Job }> {
      const job = await requireJob(db.kysely, id, acting.actor);
      const undo = kinds.get(job.kind)?.undo;
      if (!undo) throw refuse('not_undoable', { detail: sentence('answers/jobs', 'notUndoable') });
      const kind = requireKind(undo.kind, acting.actor);
      if (kind.stepUp) requireStepUp(acting.actor, acting.now);
      if (job.ended_at === null)
        throw refuse('not_undoable', { detail: sentence('answers/jobs', 'stillRuns') });
      if (job.undone_by !== null) throw undoneBefore();
      const input = JSON.parse(job.input) as JobInput;
      return begin(kind, await doneBy(db.long, id), { input, undoes: id, acting });
    },
  };
}

const undoneBefore = () => refuse('not_undoable', { detail: sentence('answers/jobs', 'undoneBefore') });

/** For whom a job did it, with what they were before. */
async function doneBy(reader: Reader, jobId: string): Promise<JobPerson[]> {
  const people: JobPerson[] = [];
  for (let from = 0; ; from += READ_AT_ONCE) {
    const slices = await slicesFrom(reader, jobId, from, READ_AT_ONCE);
    if (slices.length === 0) return people;
    for (const slice of slices) {
      const outcomes = slice.outcomes === null ? [] : (JSON.parse(slice.outcomes) as Outcome[]);
      const some = JSON.parse(slice.people) as JobPerson[];
      for (const [index, outcome] of outcomes.entries()) {
        const person = some[index];
        if (!person || !('done' in outcome)) continue;
        people.push(outcome.was === undefined ? { id: person.id } : { id: person.id, was: outcome.was });
      }
    }
  }
}
