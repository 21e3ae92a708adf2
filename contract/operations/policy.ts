import Type, { type Static } from 'typebox';
import { CHECK_KINDS } from '../checks.ts';
import type { CeilingScope } from '../ceilings.ts';
import { defineOperation } from '../define.ts';
import {
  Count,
  Id,
  Line,
  named,
  nullable,
  oneOf,
  Page,
  pageOf,
  Person,
  RecommendedApp,
  RoleSchema,
  strict,
  Time,
} from '../schemas.ts';
import { CheckKind } from './resetRequests.ts';
import { RollOut, Upcoming } from './rollOut.ts';

/** What evidence a tier asks for. */
export const Recipe = Type.Object(
  {
    /** The checks that count, and how many different ones have to pass. */
    kinds: Type.Array(CheckKind, { minItems: 1, maxItems: CHECK_KINDS.length, uniqueItems: true }),
    count: Type.Integer({ minimum: 1, maximum: 4 }),
    /** How many of those that pass must be strong ones. */
    strongCount: Type.Integer({ minimum: 0, maximum: 3 }),
    /** Besides: the request code, where the request has one. */
    requestCode: Type.Boolean(),
    /** A valid code that the user gave with the request is enough. */
    existingCodeSuffices: Type.Boolean(),
  },
  named('Recipe'),
);
export type Recipe = Static<typeof Recipe>;

export const TierRule = Type.Object(
  {
    recipe: Recipe,
    /** Who may decide: anyone permitted; someone who recorded no check; two who recorded none. */
    deciders: oneOf(['anyone', 'not_a_verifier', 'two']),
    holdHours: Type.Integer({ minimum: 0, maximum: 168 }),
  },
  named('TierRule'),
);
export type TierRule = Static<typeof TierRule>;

export const SessionLimits = Type.Object(
  {
    idleMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
    absoluteHours: Type.Integer({ minimum: 1, maximum: 168 }),
  },
  named('SessionLimits'),
);

/** Somebody whom policy's rule does not ask until then, and who of the staff answers for it. */
export const Exemption = Type.Object(
  {
    userId: Id,
    /** Read by all staff. */
    reason: Line(200),
    ownerId: Id,
    endsAt: Time,
  },
  named('Exemption'),
);
export type Exemption = Static<typeof Exemption>;

/** Whose reset requests are privileged although they are no staff: whoever gets in as them can do as much harm. */
export const Sensitive = Type.Object(
  {
    people: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
    departments: Type.Array(Line(100), { maxItems: 200, uniqueItems: true }),
  },
  named('Sensitive'),
);
export type Sensitive = Static<typeof Sensitive>;

const Minutes = Type.Integer({ minimum: 5, maximum: 10_080 });
/** For how many minutes each kind of check counts after it was made. */
export const EvidenceMinutes = Type.Object(
  {
    request_code: Minutes,
    existing_code: Minutes,
    call_back: Minutes,
    photo_id_video: Minutes,
    in_person: Minutes,
    manager_confirmation: Minutes,
  } satisfies Record<CheckKind, typeof Minutes>,
  named('EvidenceMinutes'),
);
export type EvidenceMinutes = Static<typeof EvidenceMinutes>;

const Ceiling = nullable(Type.Integer({ minimum: 1, maximum: 10_000 }));
const CeilingsOf = Type.Object({ hour: Ceiling, day: Ceiling }, named('CeilingsOf'));
/** The most resets in an hour and a day; null is what follows from what was usual. */
export const Ceilings = Type.Object(
  { agent: CeilingsOf, decider: CeilingsOf, all: CeilingsOf } satisfies Record<
    CeilingScope,
    typeof CeilingsOf
  >,
  named('Ceilings'),
);

/** Policy as a document: everything but who saved it, when and why. */
const PolicySettings = {
  available: Type.Boolean(),
  required: Type.Object(
    {
      scope: oneOf(['nobody', 'everyone', 'selected']),
      roles: Type.Array(RoleSchema, { maxItems: 5, uniqueItems: true }),
      departments: Type.Array(Line(100), { maxItems: 1000, uniqueItems: true }),
    },
    named('WhoNeedsMfa'),
  ),
  /** From the first sign-in after the rule began; 0 is at once. */
  graceDays: Type.Integer({ minimum: 0, maximum: 90 }),
  /** The rule begins then; null is at once. */
  startsOn: nullable(Time),
  rollOut: RollOut,
  /** One a person. Staff can't be exempt, nor does it help after a reset by staff. */
  exemptions: Type.Array(Exemption, { maxItems: 200 }),
  automaticReset: Type.Boolean(),
  /** Whom a new request is mailed to; empty is every administrator. */
  resetNotices: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
  /** A mail for each at once, or at most once an hour one that names those that nobody has claimed. */
  resetNoticesAs: oneOf(['each', 'digest']),
  /** Whom the figures of a month's resets are mailed to; empty is nobody. */
  resetReportTo: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
  recommendedApps: Type.Array(RecommendedApp, { minItems: 1, maxItems: 3 }),
  tiers: Type.Object({ standard: TierRule, elevated: TierRule, privileged: TierRule }, named('TierRules')),
  evidenceMinutes: EvidenceMinutes,
  /** Above one of them resets are frozen by themselves. */
  ceilings: Ceilings,
  /** Who leaves it is privileged for 30 days more. */
  sensitive: Sensitive,
  requestExpiryDays: Type.Integer({ minimum: 1, maximum: 30 }),
  helpDeskDecides: Type.Boolean(),
  activationForFirstEnrolment: Type.Boolean(),
  /** Nothing is reset in connected systems that can't hold an account until its owner sets up again. */
  holdRequired: Type.Boolean(),
  sessions: Type.Object({ staff: SessionLimits, users: SessionLimits }, named('SessionRules')),
};
export const PolicyDocument = Type.Object(PolicySettings, strict);
export type PolicyDocument = Static<typeof PolicyDocument>;

export const Policy = Type.Object(
  {
    ...PolicySettings,
    version: Type.Integer(),
    reason: Type.String(),
    savedBy: nullable(Person),
    savedAt: Time,
  },
  named('Policy'),
);
export type Policy = Static<typeof Policy>;

/** What a client sends: settings that it leaves out stay as they are. */
const PolicyChange = {
  ...Type.Partial(PolicyDocument).properties,
  /** So that what was read can be changed and sent back whole. Counts for nothing: who saves and when is the server's to say. */
  savedBy: Type.Optional(nullable(Person)),
  savedAt: Type.Optional(Time),
};

/** What a change does to people: by the next sign-in, or `later`, from a date to come. */
const ImpactGroup = oneOf(['setupAtNextSignIn', 'entersGrace', 'freed', 'later']);

export const policyOperations = {
  'policy.get': defineOperation({
    method: 'GET',
    path: '/policy',
    summary: 'The policy in force',
    access: 'policy.read',
    response: Policy,
    errors: [],
  }),
  'policy.update': defineOperation({
    method: 'PUT',
    path: '/policy',
    summary: 'Save a new version of the policy',
    access: 'policy.write',
    body: Type.Object(
      {
        ...PolicyChange,
        /** The version that this change was made from. */
        version: Type.Integer(),
        reason: Line(500),
        /** Typed by the person where the change reaches more than 50 people at their next sign-in. */
        confirmReach: Type.Optional(Count),
      },
      strict,
    ),
    response: Policy,
    errors: ['stale_version', 'second_person_required', 'step_up_required', 'confirm_number'],
  }),
  'policy.impact': defineOperation({
    method: 'POST',
    path: '/policy/impact',
    summary: 'Who a policy would hit, before it is saved',
    access: 'policy.read',
    query: Type.Object({ ...Page, group: Type.Optional(ImpactGroup) }, strict),
    body: Type.Object(
      {
        ...PolicyChange,
        version: Type.Optional(Type.Integer()),
        reason: Type.Optional(Type.String({ maxLength: 500, format: 'text' })),
      },
      strict,
    ),
    response: Type.Object(
      {
        setupAtNextSignIn: Count,
        entersGrace: Count,
        freed: Count,
        staffAffected: Count,
        /** How many are led into setup at a sign-in, now or from a date that the policy names; beyond 50 it is to be typed. */
        reach: Count,
        /** Whether less is asked than before; whether saving asks for a step-up, as it also does where people or notices are led elsewhere. */
        weakens: Type.Boolean(),
        stepUpRequired: Type.Boolean(),
        /** By date. A wave that a pause holds has none. */
        upcoming: Type.Array(Upcoming),
        users: pageOf(
          Type.Object(
            {
              ...Person.properties,
              department: nullable(Type.String()),
              staff: Type.Boolean(),
              effect: ImpactGroup,
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    errors: [],
  }),
  'policy.versions': defineOperation({
    method: 'GET',
    path: '/policy/versions',
    summary: 'Every version: who, when, why',
    access: 'policy.read',
    query: Type.Object(Page, strict),
    response: pageOf(Policy),
    errors: [],
  }),
};
