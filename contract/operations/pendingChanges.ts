import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { Id, LinkToken, oneOf, PendingChange, strict, Time, nullable, WithNote } from '../schemas.ts';

const ById = Type.Object({ id: Id }, strict);

/** Changes that do nothing until a second administrator or security officer agrees to them (S-114). */
export const pendingChangesOperations = {
  'pendingChanges.list': defineOperation({
    method: 'GET',
    path: '/pending-changes',
    summary:
      'Changes that wait, the oldest first, and with `state=ended` those of the last 30 days that are over',
    access: 'changes.decide',
    query: Type.Object({ state: Type.Optional(oneOf(['waiting', 'ended'])) }, strict),
    response: Type.Object({ items: Type.Array(PendingChange) }, strict),
    errors: [],
  }),
  'pendingChanges.approve': defineOperation({
    method: 'POST',
    path: '/pending-changes/{id}/approve',
    summary: 'Agree to a change as the second person: it takes effect at once',
    access: 'changes.decide',
    stepUp: true,
    params: ById,
    body: WithNote,
    response: PendingChange,
    errors: ['not_found', 'second_person_required', 'already_decided', 'change_not_possible'],
  }),
  'pendingChanges.withdraw': defineOperation({
    method: 'POST',
    path: '/pending-changes/{id}/withdraw',
    summary: 'Withdraw a change that waits: it never takes effect',
    access: 'changes.decide',
    params: ById,
    body: WithNote,
    response: PendingChange,
    errors: ['not_found', 'already_decided'],
  }),
  'pendingChanges.lookAtLink': defineOperation({
    method: 'POST',
    path: '/withdraw-change/look',
    summary:
      'What the page behind the link in a mail shows; changes nothing, because mail scanners follow links',
    access: 'public',
    body: LinkToken,
    response: Type.Object(
      {
        summary: Type.String(),
        requestedBy: Type.Object({ name: Type.String() }, strict),
        requestedAt: Time,
        takesEffectAt: nullable(Time),
        endsAt: Time,
      },
      strict,
    ),
    errors: ['invalid_token'],
  }),
  'pendingChanges.withdrawByLink': defineOperation({
    method: 'POST',
    path: '/withdraw-change',
    summary: 'Withdraw a change by the link in a mail about it',
    access: 'public',
    body: LinkToken,
    errors: ['invalid_token'],
  }),
};
