import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import { INVITATION_LACKS } from '../invitations.ts';
import { JOB_KINDS, JOB_STATES } from '../jobs.ts';
import {
  Count,
  DepartmentCount,
  FilterText,
  Id,
  Line,
  named,
  nullable,
  oneOf,
  Person,
  strict,
  Time,
} from '../schemas.ts';
import { UserFilters } from './users.ts';

const Job = Type.Object(
  {
    id: Id,
    kind: oneOf(JOB_KINDS, 'JobKind'),
    state: oneOf(JOB_STATES, 'JobState'),
    /** Of `total` people: for whom it was done, and for whom it wasn't. */
    done: Count,
    failed: Count,
    total: Count,
    by: nullable(Person),
    createdAt: Time,
    endedAt: nullable(Time),
    /** Why it stopped, in a sentence; null where it didn't. */
    reason: nullable(Type.String()),
    /** Whether its end may be undone by whoever reads, and by which job it was. */
    canUndo: Type.Boolean(),
    undoneBy: nullable(Id),
    undoes: nullable(Id),
  },
  named('Job'),
);
export type Job = Static<typeof Job>;
const JobAnswer = Type.Object({ job: Job }, named('JobAnswer'));

const UserIds = Type.Array(Id, { minItems: 1, maxItems: 10_000, uniqueItems: true });

/** Whom it is about: everybody of a filter, as the list of users has them, or some by id. */
const Whom = {
  kind: oneOf(JOB_KINDS, 'JobKind'),
  filter: Type.Optional(
    Type.Object(
      { ...UserFilters, search: Type.Optional(FilterText), department: Type.Optional(FilterText) },
      named('UserFilter'),
    ),
  ),
  userIds: Type.Optional(UserIds),
  input: Type.Optional(
    Type.Object(
      {
        /** Of `department`: where they go. Of `merge_department`: what the department `from` is called from then on. */
        department: Type.Optional(nullable(Line(100))),
        from: Type.Optional(Line(100)),
        /** Of `exempt`: why, who answers for it, until when. */
        reason: Type.Optional(Line(500)),
        ownerId: Type.Optional(Id),
        endsAt: Type.Optional(Time),
      },
      named('JobInput'),
    ),
  ),
};

const params = Type.Object({ id: Id }, strict);
const REFUSED = ['step_up_required', 'not_found'] as const;

/** Acts for many people that the server does by itself, some at a time. */
export const jobsOperations = {
  'invitations.get': defineOperation({
    method: 'GET',
    path: '/invitations',
    summary: 'How many invitations are drafts, by department, and what they lack before they can work',
    access: 'users.read',
    response: Type.Object(
      {
        lacks: Type.Array(oneOf(INVITATION_LACKS, 'InvitationLack')),
        draft: Count,
        waiting: Count,
        sent: Count,
        opened: Count,
        /** Drafts; a department of '' is people without one. */
        departments: Type.Array(DepartmentCount),
        /** The one that is under way; null where none is. */
        job: nullable(Job),
      },
      named('Invitations'),
    ),
    errors: [],
  }),
  'invitations.send': defineOperation({
    method: 'POST',
    path: '/invitations',
    summary: 'Send the invitations that are drafts, all or of one department, or those of some people',
    access: 'users.manage',
    status: 202,
    body: Type.Object(
      {
        /** '' is people without one. */
        department: Type.Optional(FilterText),
        userIds: Type.Optional(UserIds),
      },
      strict,
    ),
    response: JobAnswer,
    errors: ['invitations_lack', 'frozen', 'nobody'],
  }),
  'jobs.create': defineOperation({
    method: 'POST',
    path: '/jobs',
    summary:
      'Do something for many people: everybody of a filter, with their number typed, or some by id. Who may not be touched by it is left as they are, with the reason',
    access: 'users.read',
    status: 202,
    body: Type.Object({ ...Whom, confirmCount: Type.Optional(Count) }, strict),
    response: JobAnswer,
    errors: ['confirm_number', 'invitations_lack', 'frozen', 'nobody', ...REFUSED],
  }),
  'jobs.preview': defineOperation({
    method: 'POST',
    path: '/jobs/preview',
    summary: 'Whom it would be done for, and for whom not and why; nothing is done',
    access: 'users.read',
    body: Type.Object(Whom, strict),
    response: Type.Object(
      {
        total: Count,
        fitting: Count,
        /** The first of them. */
        people: Type.Array(Person),
        /** Why for others not, with how many. */
        notDone: Type.Array(Type.Object({ sentence: Type.String(), count: Count }, strict)),
      },
      named('JobPreview'),
    ),
    errors: ['not_found'],
  }),
  'jobs.get': defineOperation({
    method: 'GET',
    path: '/jobs/{id}',
    summary: 'How far a job is',
    access: 'users.read',
    params,
    response: JobAnswer,
    errors: ['not_found'],
  }),
  'jobs.result': defineOperation({
    method: 'GET',
    path: '/jobs/{id}/result',
    summary: 'For whom it was done and for whom not and why, as CSV',
    access: 'users.read',
    params,
    download: ['text/csv'],
    errors: ['not_found'],
  }),
  'jobs.cancel': defineOperation({
    method: 'POST',
    path: '/jobs/{id}/cancel',
    summary: 'Stop a job after the people whom it is at; what was done stays',
    access: 'users.read',
    params,
    response: JobAnswer,
    errors: ['not_found'],
  }),
  'jobs.undo': defineOperation({
    method: 'POST',
    path: '/jobs/{id}/undo',
    summary: 'Undo what a job did, by another one',
    access: 'users.read',
    status: 202,
    params,
    response: JobAnswer,
    errors: ['not_found', 'not_undoable', 'nobody', 'step_up_required'],
  }),
};
