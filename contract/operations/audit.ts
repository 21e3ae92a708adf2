import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { AuditEvent, AuditPage, Count, Id, oneOf, Page, strict, Time } from '../schemas.ts';

const filters = {
  /** An action by its name, or an area: `mfa` finds `mfa.set_up`. */
  action: Type.Optional(Type.String({ maxLength: 60 })),
  /** Who did it, or to whom it was done. */
  userId: Type.Optional(Id),
  /** As the log writes it, or with a port, brackets or a zone. */
  address: Type.Optional(Type.String({ maxLength: 64 })),
  session: Type.Optional(Id),
  /** When it was, both included. */
  from: Type.Optional(Time),
  to: Type.Optional(Time),
};

export const auditOperations = {
  'audit.list': defineOperation({
    method: 'GET',
    path: '/audit/events',
    summary: 'The audit log, newest first',
    access: 'audit.read',
    query: Type.Object({ ...filters, ...Page }, strict),
    response: AuditPage,
    errors: [],
  }),
  'audit.get': defineOperation({
    method: 'GET',
    path: '/audit/events/{id}',
    summary: 'One event of the audit log',
    access: 'audit.read',
    params: Type.Object({ id: Id }, strict),
    response: AuditEvent,
    errors: ['not_found'],
  }),
  'audit.verify': defineOperation({
    method: 'GET',
    path: '/audit/verify',
    summary: 'Recompute the hash chain and compare it with the server’s key and the signed checkpoints',
    access: 'audit.read',
    response: Type.Object(
      {
        ok: Type.Boolean(),
        events: Count,
        problems: Type.Array(Type.Object({ sequence: Type.Integer(), problem: Type.String() }, strict)),
        /** What could not be found out, each as a sentence. */
        unknown: Type.Array(Type.String()),
      },
      strict,
    ),
    errors: [],
  }),
  'audit.export': defineOperation({
    method: 'GET',
    path: '/audit/export',
    summary: 'Export the audit log, or the part of it that the same filters choose, which can’t be verified',
    access: 'audit.export',
    stepUp: true,
    query: Type.Object({ format: Type.Optional(oneOf(['jsonl', 'csv', 'ocsf'])), ...filters }, strict),
    download: ['application/x-ndjson', 'text/csv'],
    errors: [],
  }),
};
