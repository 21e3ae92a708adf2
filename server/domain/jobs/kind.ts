import type { InputOf } from '../../../contract/operations.ts';
import type { JobKindName } from '../../../contract/jobs.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Actor } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { User } from '../people/people.ts';

export type JobInput = NonNullable<InputOf<'jobs.create'>['input']>;

/** What became of one person: done, with what it was before where it can be undone; or not, and why. */
export type Outcome = { done: true; was?: string | null } | { why: Sentence };

/** What is done for some people of a job: as of now, by whoever asked for it, whose rights were judged again. */
export interface JobSlice {
  users: readonly User[];
  input: JobInput;
  /** What each was before, where this undoes another job. */
  before: ReadonlyMap<string, string | null>;
  actor: Pick<Actor, 'userId' | 'username' | 'name' | 'roles'>;
  jobId: string;
  now: number;
}

type Begun = Pick<JobSlice, 'input' | 'actor' | 'jobId' | 'now'>;

/**
 * One act for many people, done by the feature that has it for one. Everything that keeps one person from it keeps them here, too:
 * `judge` says so before anything is done, and `act` asks it again of each.
 */
export interface JobKind {
  name: JobKindName;
  permission: Permission;
  /** Whether whoever asks has to confirm with a code. */
  stepUp?: boolean;
  /** Refuses what can't be meant, or can't be done now. */
  check?(reader: Reader, input: JobInput, now: number): Promise<void>;
  /** First of all in each transaction, before anybody is locked. */
  begin?(tx: Tx, job: Begun): Promise<void>;
  /** Why not for those for whom it can't be done, by id. Changes nothing. */
  judge(reader: Reader, slice: JobSlice): Promise<ReadonlyMap<string, Sentence>>;
  /** In one transaction, for people who are locked and whom `judge` let pass. Throws `JobStopped` where going on is no use. */
  act(tx: Tx, slice: JobSlice): Promise<ReadonlyMap<string, Outcome>>;
  /** Last of all, when everybody was reached, in the transaction that ends it. */
  end?(tx: Tx, job: Begun): Promise<void>;
  /** The kind that undoes it, with what that needs; absent where nothing does. */
  undo?: { kind: JobKindName };
}

/** Nothing of a job can be done any more; what was done stays. */
export class JobStopped extends Error {
  readonly why: Sentence;

  constructor(why: Sentence) {
    super('A job was stopped.');
    this.why = why;
  }
}
