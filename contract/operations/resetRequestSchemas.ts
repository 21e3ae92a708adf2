import Type, { type Static } from 'typebox';
import { CHECK_KINDS } from '../checks.ts';
import { REQUEST_STATES, TIERS } from '../requestStates.ts';
import { FACTOR_KINDS } from '../systems.ts';
import {
  Count,
  HistoryEvent,
  Id,
  named,
  nullable,
  Note,
  oneOf,
  Person,
  ResetReason,
  strict,
  Time,
} from '../schemas.ts';
import { ManagerConfirmation } from './resetConfirmations.ts';

export const RequestState = oneOf(REQUEST_STATES, 'RequestState');
export type RequestState = Static<typeof RequestState>;

export const Tier = oneOf(TIERS, 'Tier');
export type Tier = Static<typeof Tier>;

export const CheckKind = oneOf(CHECK_KINDS, 'CheckKind');
export type CheckKind = Static<typeof CheckKind>;

export const CheckOutcome = oneOf(['pass', 'fail', 'no_answer'], 'CheckOutcome');
export type CheckOutcome = Static<typeof CheckOutcome>;

/** Where a request came from: the code screen, the own session, Disable without automatic reset, staff for a caller, a direct reset. */
export const RequestSource = oneOf(
  ['sign_in', 'session', 'disable', 'staff', 'direct', 'attestation'],
  'RequestSource',
);
export type RequestSource = Static<typeof RequestSource>;

/** Why a tier is above standard: each reason names its fact and its date. */
const TierReason = Type.Object(
  { code: Type.String(), sentence: Type.String(), at: nullable(Time) },
  named('TierReason'),
);
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
  named('CheckInput'),
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
    /** Until when it counts by its age; null where it proves nothing, or the request has ended. */
    countsUntil: nullable(Time),
    /**
     * Why the check no longer counts: who recorded it was suspended since, the phone that was called reported lost, or its
     * minutes were over when the request was decided, or are now.
     */
    voidBecause: nullable(oneOf(['verifier_suspended', 'phone_lost', 'too_old'])),
  },
  named('Check'),
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
  named('RecipeStep'),
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
  named('NumberOnRecord'),
);

const RequestFields = {
  id: Id,
  /** By which staff speak of it; absent of one that a server of before opened. No evidence: who calls may know it. */
  number: Type.Optional(Type.Integer()),
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
  /** Whom a colleague gave it to, until somebody else takes it; absent where nobody did. */
  handed: Type.Optional(Type.Object({ to: Person, by: nullable(Person), at: Time }, named('Handed'))),
  decidedBy: nullable(Person),
  decidedAt: nullable(Time),
  checksPassed: Count,
  checksNeeded: Count,
  version: Type.Integer(),
};
export const ResetRequestRow = Type.Object(
  {
    ...RequestFields,
    /** Somebody reported it as an attack. */
    suspectedAttack: Type.Optional(Type.Literal(true)),
    /** It waits: for the user’s answer, or after a report for a decider. */
    paused: Type.Optional(Type.Literal(true)),
  },
  named('ResetRequestRow'),
);
export type ResetRequestRow = Static<typeof ResetRequestRow>;

/** Factors that the reset removes; `systemId` null is here. */
/** A factor that goes in a connected system, as it was listed there. */
const TargetFactor = Type.Object(
  {
    id: Type.String(),
    kind: oneOf(FACTOR_KINDS),
    name: nullable(Type.String()),
    createdAt: nullable(Time),
    /** Since when it is no longer listed there. */
    goneAt: nullable(Time),
  },
  named('TargetFactor'),
);

/** What a reset does in a connected system, and what can't be done there. */
const TargetSystem = Type.Object(
  {
    name: Type.String(),
    /** What the account is called there; null where it is unlinked since. */
    account: nullable(Type.String()),
    factors: Type.Array(TargetFactor),
    /** Sign-in there can be held until its owner sets up again. */
    holds: Type.Boolean(),
    /** What became of sessions there: read back as ended, asked to end at `sessionsAt`, or the system has none. */
    sessions: nullable(oneOf(['ended', 'asked', 'none'])),
    sessionsAt: nullable(Time),
    sentAt: nullable(Time),
    doneAt: nullable(Time),
    /** When it is tried again by itself. */
    triesAgainAt: nullable(Time),
    /** Whether anybody gets in there since: held until the activation code is given, then open for set-up until a moment. */
    access: nullable(
      Type.Object(
        {
          state: oneOf(['held', 'opening', 'open', 'closing', 'set_up']),
          until: nullable(Time),
          sentence: nullable(Type.String()),
        },
        strict,
      ),
    ),
  },
  named('TargetSystem'),
);

/** What a reset removes in one place. */
const Target = Type.Object(
  {
    /** Null: here. */
    systemId: nullable(Id),
    /** Null: all that the account has there when it is listed. */
    factorIds: nullable(Type.Array(Type.String())),
    state: oneOf(['planned', 'sent', 'done', 'failed']),
    /** What stands in the way, or what isn't gone. */
    sentence: nullable(Type.String()),
    /** Null: here. */
    system: nullable(TargetSystem),
  },
  named('Target'),
);

const Permitted = Type.Object(
  { allowed: Type.Boolean(), code: nullable(Type.String()), sentence: nullable(Type.String()) },
  named('Permitted'),
);

/** Who else may decide a complete request, how long that takes, and whether they can be asked to. */
const AwaitsDecision = Type.Object(
  {
    /** Everybody who may approve it now, apart from whoever looks. */
    deciders: Type.Array(Person),
    /** How long complete requests waited for somebody who had verified nothing of them: the middle of the latest of 30 days. */
    medianSeconds: nullable(Type.Integer()),
    /** The last time that somebody asked for a decision. */
    asked: nullable(Type.Object({ at: Time, by: nullable(Person) }, strict)),
    ask: Permitted,
  },
  named('AwaitsDecision'),
);

export const ResetRequest = Type.Object(
  {
    ...RequestFields,
    reasons: Type.Array(TierReason),
    recipe: Type.Object(
      /** `missing`: what would help it on, of what can be made for this person now. */
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
    /** Why the hold hasn't begun; absent where it has, or there is none. */
    holdNotice: Type.Optional(
      Type.Object(
        {
          mailId: Id,
          state: oneOf(['waiting', 'failed']),
          /** What the mail server said last. */
          serverSaid: nullable(Type.String()),
        },
        named('HoldNotice'),
      ),
    ),
    /** What the reset removes, or has removed. */
    targets: Type.Array(Target),
    /** There where the evidence is complete and nobody has decided yet. */
    awaitsDecision: Type.Optional(AwaitsDecision),
    hasRequestCode: Type.Boolean(),
    requestCodeTriesLeft: Count,
    userNote: nullable(Type.String()),
    staffNote: Type.String(),
    /** Whose claim ran out last, and when: null while somebody is on it, and once it was decided. */
    lapsedClaim: nullable(Type.Object({ by: Person, at: Time }, strict)),
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
          /** `tried_out`: ten wrong tries ended it. */
          state: oneOf(['due', 'used', 'void', 'expired', 'tried_out']),
          wrongTries: Type.Integer(),
          delivery: oneOf(['mail', 'in_person']),
          expiresAt: Time,
        },
        strict,
      ),
    ),
    decision: Type.Object(
      {
        verify: Permitted,
        stopAuthenticators: Permitted,
        approve: Permitted,
        deny: Permitted,
        retry: Permitted,
      },
      strict,
    ),
    history: Type.Array(HistoryEvent),
  },
  named('ResetRequest'),
);
export type ResetRequest = Static<typeof ResetRequest>;
