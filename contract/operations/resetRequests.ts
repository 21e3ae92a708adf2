import Type from 'typebox';
import { MOST_DENIED_AT_ONCE } from '../requestStates.ts';
import { defineOperation } from '../define.ts';
import {
  FreezeSwitchSchema,
  Id,
  Line,
  named,
  nullable,
  Note,
  Page,
  pageOf,
  Person,
  ReportInput,
  ResetReason,
  strict,
  Time,
  Total,
} from '../schemas.ts';
import { resetConfirmationOperations } from './resetConfirmations.ts';
import { RequestState, Tier, CheckInput, ResetRequestRow, ResetRequest } from './resetRequestSchemas.ts';

export * from './resetRequestSchemas.ts';

const params = Type.Object({ id: Id }, strict);

/** Why a request ends without a reset. */
const Ending = Type.Object(
  { reason: Line(2000), suspectedAttack: Type.Optional(Type.Boolean()) },
  named('EndingInput'),
);
/** What became of one of several. */
const Denied = Type.Object(
  {
    id: Id,
    done: Type.Boolean(),
    /** Why not: as the refusal of this one alone. */
    code: nullable(Type.String()),
    sentence: nullable(Type.String()),
  },
  named('DeniedOfSeveral'),
);
const Throw = Type.Object(
  {
    reason: Line(500),
    switches: Type.Optional(Type.Array(FreezeSwitchSchema, { minItems: 1, maxItems: 3 })),
  },
  named('FreezeInput'),
);
/** Which switches are on now; `frozen` where any is. */
const Thrown = Type.Object(
  { frozen: Type.Boolean(), switches: Type.Array(FreezeSwitchSchema) },
  named('FreezeState'),
);

export const resetRequestsOperations = {
  ...resetConfirmationOperations,
  'resetRequests.list': defineOperation({
    method: 'GET',
    path: '/reset-requests',
    summary: 'The queue',
    access: 'resets.read',
    query: Type.Object(
      {
        /** `pending` is every request that still waits for someone or something: open, verified, approved, executing. */
        state: Type.Optional(Type.Union([RequestState, Type.Literal('pending')])),
        tier: Type.Optional(Tier),
        /** People as the list of users finds them; a number finds the request that has it, too. */
        search: Type.Optional(Type.String({ maxLength: 100 })),
        /** The asking person is on it. */
        mine: Type.Optional(Type.Boolean()),
        /** A colleague gave it to the asking person. */
        handed: Type.Optional(Type.Boolean()),
        /**
         * It waits for the asking person: of who may decide, what is complete and theirs to decide, or reported as an attack; of who
         * may only verify, what is not complete and nobody else is on.
         */
        waiting: Type.Optional(Type.Boolean()),
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
    summary:
      'Claim a request for 15 minutes, or take it over; the first check or note claims one that nobody is on',
    access: 'resets.verify',
    params,
    body: Type.Object(
      {
        takeOver: Type.Optional(Type.Boolean()),
        /** Whom it is taken over from: where it is somebody else's by now, it stays theirs. */
        from: Type.Optional(Id),
      },
      strict,
    ),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'already_decided', 'check_not_possible'],
  }),
  'resetRequests.colleagues': defineOperation({
    method: 'GET',
    path: '/reset-requests/{id}/colleagues',
    summary: 'To whom the request can be handed: everybody else who may verify it',
    access: 'resets.verify',
    params,
    response: Type.Object({ items: Type.Array(Person) }, strict),
    errors: ['not_found'],
  }),
  'resetRequests.handTo': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/hand-to',
    summary: 'Give the request to a colleague, whose claim it is from then on; not what somebody else is on',
    access: 'resets.verify',
    params,
    body: Type.Object({ userId: Id }, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'already_decided', 'check_not_possible'],
  }),
  'resetRequests.saveNote': defineOperation({
    method: 'PUT',
    path: '/reset-requests/{id}/note',
    summary: "Save the staff's note while it is typed",
    access: 'resets.verify',
    params,
    body: Type.Object({ note: Note }, strict),
    response: Type.Object({ savedAt: Time }, strict),
    errors: ['not_found', 'own_account', 'already_decided', 'check_not_possible'],
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
  'resetRequests.chooseTargets': defineOperation({
    method: 'PUT',
    path: '/reset-requests/{id}/targets',
    summary: 'Name which of the person’s factors the reset removes; all of them until then',
    access: 'resets.verify',
    params,
    body: Type.Object(
      {
        version: Type.Integer(),
        targets: Type.Array(
          Type.Object(
            {
              /** Null: here. */
              systemId: nullable(Id),
              /** Null: all that the account has there, where it is a connected system. */
              factorIds: nullable(Type.Array(Line(200), { minItems: 1, maxItems: 20 })),
            },
            named('TargetInput'),
          ),
          { minItems: 1, maxItems: 20 },
        ),
      },
      strict,
    ),
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'already_executing',
      'already_decided',
      'check_not_possible',
      'stale_version',
    ],
  }),
  'resetRequests.stopAuthenticators': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/stop-authenticators',
    summary:
      'Stop the person’s authenticators now: their codes count no more, and *this wasn’t me* turns them on again',
    access: 'resets.verify',
    params,
    body: Type.Object(
      {
        /** Every one that counts unless told. */
        factorIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20 })),
      },
      strict,
    ),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'already_decided', 'check_not_possible'],
  }),
  'resetRequests.reportAttack': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/report-attack',
    summary:
      'Report that somebody attacks: the request is paused, and every security officer is told at once',
    access: 'resets.verify',
    params,
    body: ReportInput,
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'already_decided', 'check_not_possible'],
  }),
  'resetRequests.askDecision': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/ask-decision',
    summary:
      'Tell everybody who may decide a complete request that somebody waits for them; once in 15 minutes',
    access: 'resets.verify',
    params,
    body: Type.Object({}, strict),
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'already_decided',
      'check_not_possible',
      'recipe_not_met',
      'system_cannot_hold',
      'second_person_required',
      'paused',
      'frozen',
    ],
  }),
  'resetRequests.approve': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/approve',
    summary: 'Approve: the reset happens at once, or at the end of the hold',
    access: 'resets.decide',
    stepUp: true,
    params,
    body: Type.Object(
      {
        note: Type.Optional(Note),
        /** What was looked at: refused where the request is another one by now. */
        version: Type.Optional(Type.Integer()),
      },
      named('Approval'),
    ),
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'second_person_required',
      'recipe_not_met',
      'system_cannot_hold',
      'already_decided',
      'stale_version',
      'check_not_possible',
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
    body: Ending,
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'already_executing', 'already_decided'],
  }),
  'resetRequests.denySeveral': defineOperation({
    method: 'POST',
    path: '/reset-requests/deny',
    summary: 'Deny several, each by itself, with one reason: what was done, and what was not and why',
    access: 'resets.decide',
    body: Type.Object(
      { ids: Type.Array(Id, { minItems: 1, maxItems: MOST_DENIED_AT_ONCE }), ...Ending.properties },
      named('SeveralEndings'),
    ),
    response: Type.Object({ items: Type.Array(Denied) }, strict),
    errors: [],
  }),
  'resetRequests.stopHold': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/stop',
    summary: 'Stop an approved request in its hold: it ends as denied',
    access: 'resets.decide',
    params,
    body: Ending,
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'already_executing', 'already_decided'],
  }),
  'resetRequests.retry': defineOperation({
    method: 'POST',
    path: '/reset-requests/{id}/retry',
    summary: 'Try again what failed in connected systems; a retry lists first, and what is gone is done',
    access: 'resets.decide',
    params,
    body: Type.Object({}, strict),
    response: ResetRequest,
    errors: ['not_found', 'own_account', 'rank_too_low', 'already_decided', 'paused', 'frozen'],
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
    summary:
      'Stop resets, new setups or passwords by mail while the organisation is under attack; confirmed by a step-up within 15 minutes after it, or it ends by itself',
    access: 'resets.verify',
    body: Throw,
    response: Thrown,
    errors: ['already_frozen'],
  }),
  'resetRequests.unfreeze': defineOperation({
    method: 'POST',
    path: '/reset-requests/unfreeze',
    summary: 'Let what was frozen go on',
    access: 'policy.write',
    stepUp: true,
    body: Throw,
    response: Thrown,
    errors: ['second_person_required'],
  }),
};
