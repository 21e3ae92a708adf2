import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { Count, Id, named, nullable, Page, pageOf, Person, ResetReason, strict, Time } from '../schemas.ts';
import { CheckKind, RequestSource, Tier } from './resetRequestSchemas.ts';

/** A reset that was done: who asked, on what evidence, and who decided. */
const ResetDone = Type.Object(
  {
    requestId: Id,
    resetAt: Time,
    user: Person,
    department: nullable(Type.String()),
    tier: Tier,
    source: RequestSource,
    reason: nullable(ResetReason),
    openedAt: Time,
    /** Staff who opened it for a caller; null is the person. */
    openedBy: nullable(Person),
    /** The evidence that counted, oldest first; `by` null is the person or the server. */
    checks: Type.Array(Type.Object({ kind: CheckKind, at: Time, by: nullable(Person) }, strict)),
    /** One, or two where policy asks for two; none of a reset that needs nobody. */
    approvals: Type.Array(Type.Object({ by: Person, at: Time }, strict)),
  },
  named('ResetDone'),
);

/** A reset at the server itself, by `gatehouse recover`: no request, no evidence, nobody signed in. */
const ResetAtServer = Type.Object(
  { resetAt: Time, user: Person, department: nullable(Type.String()) },
  named('ResetAtServer'),
);

const filters = {
  /** When it was done, both included. */
  from: Type.Optional(Time),
  to: Type.Optional(Time),
  /** Whose MFA it was. */
  userId: Type.Optional(Id),
  /** Who opened, verified or approved it. */
  actorId: Type.Optional(Id),
  tier: Type.Optional(Tier),
};

export const resetReportOperations = {
  'audit.resets': defineOperation({
    method: 'GET',
    path: '/audit/resets',
    summary:
      'Resets that were done, newest first: who asked, on what evidence, verified and approved by whom',
    access: 'audit.read',
    query: Type.Object({ ...filters, ...Page }, strict),
    response: Type.Object(
      {
        ...pageOf(ResetDone).properties,
        /** Resets at the server in the same time, newest first, 100 at most; absent where there are none. */
        atServer: Type.Optional(Type.Array(ResetAtServer)),
        /** Where the audit log ends now: a sheet that names it can be compared with the log later. */
        log: Type.Object({ events: Count, hash: Type.String() }, strict),
      },
      strict,
    ),
    errors: [],
  }),
  'audit.exportResets': defineOperation({
    method: 'GET',
    path: '/audit/resets/export',
    summary: 'The same as CSV, with the same filters',
    access: 'audit.read',
    query: Type.Object(filters, strict),
    download: ['text/csv'],
    errors: [],
  }),
};
