import Type from 'typebox';
import type { Operation, OperationInput, OperationOutput } from './define.ts';
import { attestorOperations } from './operations/attestor.ts';
import { auditOperations } from './operations/audit.ts';
import { consoleOperations } from './operations/console.ts';
import { jobsOperations } from './operations/jobs.ts';
import { meOperations } from './operations/me.ts';
import { ceilingOperations } from './operations/ceilings.ts';
import { noticesOperations } from './operations/notices.ts';
import { outsideOperations } from './operations/outside.ts';
import { pendingChangesOperations } from './operations/pendingChanges.ts';
import { policyOperations } from './operations/policy.ts';
import { resetReportOperations } from './operations/resetReport.ts';
import { resetRequestsOperations } from './operations/resetRequests.ts';
import { setupOperations } from './operations/setup.ts';
import { signInOperations } from './operations/signIn.ts';
import { ssoOperations } from './operations/sso.ts';
import { peopleReadingOperations } from './operations/peopleReadings.ts';
import { systemsOperations } from './operations/systems.ts';
import { usersOperations } from './operations/users.ts';
import { viewsOperations } from './operations/views.ts';
import { viewersOperations } from './operations/viewers.ts';

/** Every operation of the API, named once. Routes, validation, OpenAPI, clients and types come from here. */
export const operations = {
  ...setupOperations,
  ...signInOperations,
  ...meOperations,
  ...usersOperations,
  ...jobsOperations,
  ...resetRequestsOperations,
  ...resetReportOperations,
  ...ceilingOperations,
  ...noticesOperations,
  ...outsideOperations,
  ...viewersOperations,
  ...viewsOperations,
  ...policyOperations,
  ...consoleOperations,
  ...auditOperations,
  ...ssoOperations,
  ...systemsOperations,
  ...peopleReadingOperations,
  ...attestorOperations,
  ...pendingChangesOperations,
};

export type OperationName = keyof typeof operations;
export type InputOf<N extends OperationName> = OperationInput<(typeof operations)[N]>;
export type OutputOf<N extends OperationName> = OperationOutput<(typeof operations)[N]>;

export const OPERATION_NAMES = Object.keys(operations) as OperationName[];

/** Looks an operation up without its literal types, for code that treats all operations alike. */
export function operationOf(name: OperationName): Operation {
  return operations[name];
}

/** The schema of an operation's flat input: what crosses IPC is checked against it (S-71). */
export function inputSchemaOf(operation: Operation) {
  return Type.Object(
    {
      ...operation.params?.properties,
      ...operation.query?.properties,
      ...operation.body?.properties,
      ...(operation.textBody ? { content: Type.String({ maxLength: operation.bodyLimit ?? 65536 }) } : {}),
    },
    { additionalProperties: false },
  );
}

export const API_BASE = '/api/v1';
/** Names the session that a page was drawn in: the server does nothing in another one. */
export const SESSION_HEADER = 'gatehouse-session';
/** Server-sent events: what the caller may see (GET, text/event-stream). */
export const EVENTS_PATH = '/events';
