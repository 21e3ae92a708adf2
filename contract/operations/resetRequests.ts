import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import { ManagerConfirmation, resetConfirmationOperations } from './resetConfirmations.ts';
import {
  Count,
  HistoryEvent,
  Id,
  Line,
  nullable,
  Note,
  oneOf,
  Page,
  pageOf,
  Person,
  ResetReason,
  strict,
  Time,
  Total,
} from '../schemas.ts';

export const RequestState = oneOf([
  'open',
  'verified',
  'approved',
  'completed',
  'denied',
  'cancelled',
  'vetoed',
  'expired',
]);
export type RequestState = Static<typeof RequestState>;

export const Tier = oneOf(['standard', 'elevated', 'privileged']);
export type Tier = Static<typeof Tier>;

export const CheckKind = oneOf([
  'request_code',
  'call_back',
  'manager_confirmation',
  'photo_id_video',
  'in_person',
  'existing_code',
]);
export type CheckKind = Static<typeof CheckKind>;

export const CheckOutcome = oneOf(['pass', 'fail', 'no_answer']);
export type CheckOutcome = Static<typeof CheckOutcome>;

/** Where a request came from: the code screen, Disable without automatic reset, staff for a caller, a direct reset. */
export const RequestSource = oneOf(['sign_in', 'disable', 'staff', 'direct']);
export type RequestSource = Static<typeof RequestSource>;

/** Why a tier is above standard: each reason names its fact and its date. */
const TierReason = Type.Object({ code: Type.String(), sentence: Type.String(), at: nullable(Time) }, strict);
export type TierReason = Static<typeof TierReason>;

export const CheckInput = Type.Object(
  {
    kind: CheckKind,
    outcome: CheckOutcome,
    note: Type.Optional(Note),
    /** With `request_code`: what the caller read out. */
    requestCode: Type.Optional(Type.String({ maxLength: 40 })),
    /** With `call_back`: which number on record was called. */
    number: Type.Optional(oneOf(['phone', 'mobile'])),
  },
  strict,
);
export type CheckInput = Static<typeof CheckInput>;

export const Check = Type.Object(
  {
    id: Id,
    kind: CheckKind,
    outcome: CheckOutcome,
    by: nullable(Person),
    at: Time,
    note: nullable(Type.String()),
    /** The last two digits of the number that was called. */
    numberEnding: nullable(Type.String()),
    /** The verifier was suspended since: the check no longer counts. */
    void: Type.Boolean(),
  },
  strict,
);
export type Check = Static<typeof Check>;

export const RecipeStep = Type.Object(
  {
    id: Type.String(),
    /** What policy asks for here, in words. */
    text: Type.String(),
    kinds: Type.Array(CheckKind),
    needed: Count,
    passed: Count,
    met: Type.Boolean(),
  },
  strict,
);
export type RecipeStep = Static<typeof RecipeStep>;

const Number_ = Type.Object(
  {
    kind: oneOf(['phone', 'mobile']),
    value: Type.String(),
    since: nullable(Time),
    /** Why a call to it proves nothing; null where it may be called. */
    refusal: nullable(Type.String()),
  },
  strict,
);

const RequestFields = {
  id: Id,
  user: Person,
  department: nullable(Type.String()),
  state: RequestState,
  tier: Tier,
  source: RequestSource,
  reason: nullable(ResetReason),
  openedAt: Time,
  expiresAt: Time,
  /** The end of the hold, once approved and the notice is accepted. */
  holdEndsAt: nullable(Time),
  claimedBy: nullable(Person),
  claimedAt: nullable(Time),
  decidedBy: nullable(Person),
  decidedAt: nullable(Time),
  checksPassed: Count,
  checksNeeded: Count,
  version: Type.Integer(),
};
export const ResetRequestRow = Type.Object(RequestFields, strict);
export type ResetRequestRow = Static<typeof ResetRequestRow>;

const Permitted = Type.Object(
  { allowed: Type.Boolean(), code: nullable(Type.String()), sentence: nullable(Type.String()) },
  strict,
);

export const ResetRequest = Type.Object(
  {
    ...RequestFields,
    reasons: Type.Array(TierReason),
    recipe: Type.Object(
      { met: Type.Boolean(), missing: nullable(Type.String()), steps: Type.Array(RecipeStep) },
      strict,
    ),
    checks: Type.Array(Check),
    /** Which checks can be recorded now, by the person who asks; with the reason where one cannot. */
    checkOptions: Type.Array(
      Type.Object({ kind: CheckKind, allowed: Type.Boolean(), refusal: nullable(Type.String()) }, strict),
    ),
    managerConfirmation: ManagerConfirmation,
    /** A valid code was entered since: nothing happens until the user says whose request it is. */
    pausedAt: nullable(Time),
    hasRequestCode: Type.Boolean(),
    requestCodeTriesLeft: Count,
    userNote: nullable(Type.String()),
    staffNote: Type.String(),
    openedBy: nullable(Person),
    approvals: Type.Array(Type.Object({ by: Person, at: Time, note: nullable(Type.String()) }, strict)),
    decisionNote: nullable(Type.String()),
    suspectedAttack: Type.Boolean(),
    person: Type.Object(
      {
        email: Type.String(),
        emailSince: nullable(Time),
        manager: nullable(Person),
        managerSince: nullable(Time),
        numbers: Type.Array(Number_),
        roles: Type.Array(Type.String()),
        lastSignInAt: nullable(Time),
        createdAt: Time,
      },
      strict,
    ),
    origin: Type.Object({ address: nullable(Type.String()), userAgent: nullable(Type.String()) }, strict),
    /** How the activation code went out after the reset; never the code. */
    activation: nullable(
      Type.Object(
        {
          state: oneOf(['due', 'used', 'void', 'expired']),
          delivery: oneOf(['mail', 'in_person']),
          expiresAt: Time,
        },
        strict,
      ),
    ),
    decision: Type.Object({ verify: Permitted, approve: Permitted, deny: Permitted }, strict),
    history: Type.Array(HistoryEvent),
  },
  strict,
);
export type ResetRequest = Static<typeof ResetRequest>;

const params = Type.Object({ id: Id }, strict);

export const resetRequestsOperations = {
  ...resetConfirmationOperations,
  'resetRequests.list': defineOperation({
    method: 'GET',
    path: '/reset-requests',
    summary: 'The queue',
    access: 'resets.read',
    query: Type.Object(
      {
        /** `pending` is every request that still waits for someone: open, verified, approved. */
        state: Type.Optional(Type.Union([RequestState, Type.Literal('pending')])),
        tier: Type.Optional(Tier),
        ...Page,
      },
      strict,
    ),
    response: Type.Object(
      { ...pageOf(ResetRequestRow).properties, total: Total, lastDecidedAt: nullable(Time) },
      strict,
    ),
    errors: [],
  }),
  'resetRequests.open': defineOperation({
    method: 'POST',
    path: '/reset-requests',
    summary: 'Open a request for a caller; it has no request code and is at least elevated',
    access: 'resets.verify',
    body: Type.Object({ userId: Id, reason: ResetReason, note: Note }, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'mfa_not_on', 'request_exists', 'request_too_soon', 'frozen'],
  }),
  'resetRequests.get': defineOperation({
    method: 'GET',
    path: '/reset-requests/{id}',
    summary: 'One request with its evidence; never the request code',
    access: 'resets.read',
    params,
    response: ResetRequest,
    errors: ['not_found'],
  }),
  'resetRequests.claim': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/claim',
    summary: 'Claim a request for 15 minutes, or take it over',
    access: 'resets.verify',
    params,
    body: Type.Object({ takeOver: Type.Optional(Type.Boolean()) }, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'already_decided'],
  }),
  'resetRequests.saveNote': defineOperation({
    method: 'PUT',
    path: '/reset-requests/{id}/note',
    summary: "Save the staff's note while it is typed",
    access: 'resets.verify',
    params,
    body: Type.Object({ note: Note }, strict),
    response: Type.Object({ savedAt: Time }, strict),
    errors: ['not_found', 'own_account', 'already_decided'],
  }),
  'resetRequests.recordCheck': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/checks',
    summary: 'Record one piece of evidence',
    access: 'resets.verify',
    params,
    body: CheckInput,
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'already_decided',
      'wrong_request_code',
      'request_code_closed',
      'contact_changed_recently',
      'check_not_possible',
    ],
  }),
  'resetRequests.askManager': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/ask-manager',
    summary: 'Ask the manager on record to confirm; after four working hours their own manager may, too',
    access: 'resets.verify',
    params,
    body: Type.Object({}, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'already_decided', 'check_not_possible', 'contact_changed_recently'],
  }),
  'resetRequests.approve': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/approve',
    summary: 'Approve: the reset happens at once, or at the end of the hold',
    access: 'resets.decide',
    stepUp: true,
    params,
    body: Type.Object({ note: Type.Optional(Note) }, strict),
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'second_person_required',
      'recipe_not_met',
      'already_decided',
      'paused',
      'frozen',
    ],
  }),
  'resetRequests.deny': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/deny',
    summary: 'Deny, with a reason; a suspected attack tells every security officer',
    access: 'resets.decide',
    params,
    body: Type.Object({ reason: Line(2000), suspectedAttack: Type.Optional(Type.Boolean()) }, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'already_decided'],
  }),
  'resetRequests.stopHold': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/stop',
    summary: 'Stop an approved request in its hold: it ends as denied',
    access: 'resets.decide',
    params,
    body: Type.Object({ reason: Line(2000), suspectedAttack: Type.Optional(Type.Boolean()) }, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'already_decided'],
  }),
  'resetRequests.sendActivation': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/activation-code',
    summary: 'Send a new activation code after the reset; the old one ends',
    access: 'resets.decide',
    stepUp: true,
    params,
    body: Type.Object({}, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'check_not_possible', 'frozen'],
  }),
  'resetRequests.handOver': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/hand-over',
    summary:
      'Show an activation code once, to hand over in person where no mail can be trusted; the old one ends',
    access: 'resets.decide',
    stepUp: true,
    params,
    body: Type.Object({}, strict),
    response: Type.Object({ activationCode: Type.String(), expiresAt: Time }, strict),
    noStore: true,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'second_person_required',
      'check_not_possible',
      'frozen',
    ],
  }),
  'resetRequests.freeze': defineOperation({
    method: 'POST',
    path: '/reset-requests/freeze',
    summary: 'Stop all resets while the organisation is under attack',
    access: 'resets.verify',
    body: Type.Object({ reason: Line(500) }, strict),
    response: Type.Object({ frozen: Type.Literal(true) }, strict),
    errors: ['already_frozen'],
  }),
  'resetRequests.unfreeze': defineOperation({
    method: 'POST',
    path: '/reset-requests/unfreeze',
    summary: 'Let resets go on',
    access: 'policy.write',
    stepUp: true,
    body: Type.Object({ reason: Line(500) }, strict),
    response: Type.Object({ frozen: Type.Literal(false) }, strict),
    errors: [],
  }),
};
