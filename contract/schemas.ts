import { FACTORS } from './auditActions.ts';
import { FREEZE_SWITCHES } from './freeze.ts';
import Type, { type Static, type TEnum, type TSchema } from 'typebox';
import { PERMISSIONS, ROLES } from './permissions.ts';
import type { TextFormat } from './text.ts';
import { LANGUAGE_TAGS } from './words/languages.ts';

/** Strict objects: an unknown key is refused (api: Bodies are strict). */
export const strict = { additionalProperties: false } as const;
/** A strict object by its name in the API's document, where every place that holds one refers to it. */
export const named = (title: string) => ({ ...strict, title }) as const;

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const oneOf = <V extends string[]>(values: readonly [...V], title?: string): TEnum<V> =>
  Type.Enum<V>(values, title === undefined ? {} : { title });

export const Id = Type.String({
  title: 'Id',
  format: 'uuid',
  minLength: 36,
  maxLength: 36,
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
/** RFC 3339 in UTC with milliseconds. */
export const Time = Type.String({
  title: 'Time',
  format: 'date-time',
  minLength: 20,
  maxLength: 24,
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$',
});
/** A day in UTC. */
export const Day = Type.String({ format: 'date', minLength: 10, maxLength: 10 });
/** Anything: that it is six digits is checked before any look-up, hash or counter, with its own answer (S-06). */
export const Code = Type.String({ maxLength: 64 });
export const ActivationCode = Type.String({ minLength: 1, maxLength: 64 });
export const Opaque = Type.String({ minLength: 1, maxLength: 200 });
const format = (name: TextFormat) => ({ format: name });
export const Username = Type.String({ title: 'Username', minLength: 1, maxLength: 64, ...format('address') });
/** What people sign in with: their username, or their e-mail address. */
export const SignInName = Type.String({
  title: 'SignInName',
  minLength: 1,
  maxLength: 254,
  ...format('address'),
});
/** Longer than any passphrase; bounded because it is hashed. */
export const Password = Type.String({ minLength: 1, maxLength: 1024 });
export const Email = Type.String({
  title: 'Email',
  maxLength: 254,
  pattern: '^[^\\s@<>"(),:;\\[\\]\\\\]+@[^\\s@<>"(),:;\\[\\]\\\\]+$',
  ...format('address'),
});
/** A language that Gatehouse speaks. */
export const LanguageTag = oneOf(LANGUAGE_TAGS, 'Language');
/** ISO 3166-1 alpha-2, in capitals. */
export const Country = Type.String({ pattern: '^[A-Z]{2}$' });
export const Phone = Type.String({ pattern: '^\\+[1-9][0-9]{6,14}$' });
const oneLine = (maxLength: number) => ({
  minLength: 1,
  maxLength,
  pattern: '^[^\\u0000-\\u001f\\u007f]*\\S[^\\u0000-\\u001f\\u007f]*$',
});
/** Words of a person: a name, a reason. */
export const Line = (maxLength: number) =>
  Type.String({ title: `Line${maxLength}`, ...oneLine(maxLength), ...format('text') });
/** What a machine compares: a host, a subject. */
/** What somebody calls an authenticator. */
export const AuthenticatorName = Line(60);
export const Address = (maxLength: number) =>
  Type.String({ title: `Address${maxLength}`, ...oneLine(maxLength), ...format('address') });
export const Url = (maxLength: number, pattern: string) =>
  Type.String({ maxLength, pattern, ...format('address') });
/** What made somebody report it. */
export const ReportInput = Type.Object({ note: Line(2000) }, named('ReportInput'));
export const Note = Type.String({ maxLength: 2000, ...format('text') });
/** What a list is filtered by, in a body. */
export const FilterText = Type.String({ maxLength: 100, ...format('text') });
export const Count = Type.Integer({ minimum: 0 });
export const DepartmentCount = Type.Object({ name: Type.String(), count: Count }, named('DepartmentCount'));
/** What a freeze can stop. */
export const FreezeSwitchSchema = oneOf(FREEZE_SWITCHES, 'FreezeSwitch');
export const RoleSchema = oneOf(ROLES, 'Role');
export const PermissionSchema = oneOf(PERMISSIONS, 'Permission');
const HttpsUrl = Url(500, '^https://[^\\s/$.?#][^\\s]*$');

/** Lists page by key, never by offset. */
export const Page = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
/** Exact up to 10,000 matches, beyond that a floor. */
export const Total = Type.Object({ count: Count, exact: Type.Boolean() }, named('Total'));
export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()), total: Total }, strict);

export const MfaState = oneOf(['off', 'on', 'reset_pending'], 'MfaState');
export type MfaState = Static<typeof MfaState>;

export const ResetReason = oneOf(
  ['lost_or_stolen', 'broken', 'replaced', 'app_deleted', 'code_refused'],
  'ResetReason',
);
export type ResetReason = Static<typeof ResetReason>;
/** What somebody says who asks for their own reset. */
export const ResetPlea = {
  reason: Type.Optional(ResetReason),
  note: Type.Optional(Note),
  /** The phone is in the wrong hands: codes of every authenticator count no more, and sessions end. */
  stopNow: Type.Optional(Type.Boolean()),
};
/** The code is for the requester's screen alone, to be read out when the help desk calls. */
export const ResetAsked = Type.Object(
  { requestId: Id, requestCode: Type.String(), state: Type.String() },
  named('ResetAsked'),
);

/** What a look at something found, in the order in which a person reads it. */
export const Findings = Type.Object(
  {
    /** It can be used as it is; what is said besides is worth knowing. */
    ok: Type.Boolean(),
    findings: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() }, named('Finding'))),
  },
  named('Findings'),
);

/** A person as others name them. */
export const Person = Type.Object({ id: Id, username: Type.String(), name: Type.String() }, named('Person'));
export type Person = Static<typeof Person>;

/** What is kept until a second person agrees to it or, where there is nobody, until its date. */
const PendingChangeBrief = {
  id: Id,
  kind: Type.String(),
  /** What it would do, in a sentence. */
  summary: Type.String(),
  requestedBy: Person,
  /** Where nobody could agree; else null. */
  takesEffectAt: nullable(Time),
};
export const KeptForSecond = Type.Object(
  { pendingChange: Type.Object(PendingChangeBrief, named('PendingChangeBrief')) },
  named('KeptForSecond'),
);
export type KeptForSecond = Static<typeof KeptForSecond>;

export const PendingChange = Type.Object(
  {
    ...PendingChangeBrief,
    requestedAt: Time,
    /** Whom it is about, for a look at them before one agrees: somebody, or the people of a file. */
    concerns: nullable(Type.Object({ userId: nullable(Id), importId: nullable(Id) }, named('Concerns'))),
    /** Over then, unless it is decided before. */
    endsAt: Time,
    state: oneOf(['waiting', 'in_effect', 'withdrawn', 'expired', 'failed']),
    /** Who agreed to it or withdrew it; null also where its date or a link in a mail did. */
    decidedBy: nullable(Person),
    decidedAt: nullable(Time),
    note: nullable(Type.String()),
    /** Why it could not take effect. */
    problem: nullable(Type.String()),
    /** Whether who reads this may agree to it now; with the reason where they can't. */
    mayApprove: Type.Object({ allowed: Type.Boolean(), refusal: nullable(Type.String()) }, strict),
  },
  named('PendingChange'),
);
export type PendingChange = Static<typeof PendingChange>;

export const SignedInUser = Type.Object(
  {
    id: Id,
    username: Type.String(),
    name: Type.String(),
    email: Type.String(),
    roles: Type.Array(RoleSchema),
  },
  named('SignedInUser'),
);

const Session = Type.Object(
  {
    /** Absent where the request carried an Origin: a browser gets the cookie and no token. */
    token: Type.Optional(Type.String()),
    expiresAt: Time,
    user: SignedInUser,
  },
  named('Session'),
);
/** After a step-up: the same session by a new token. */
export const RenewedSession = Type.Object({ session: Session }, named('RenewedSession'));
export const SignedIn = Type.Object(
  { outcome: Type.Literal('signed_in'), session: Session },
  named('SignedIn'),
);

/** The second step: a code, with this challenge. */
export const CodeRequired = Type.Object(
  { outcome: Type.Literal('code_required'), challenge: Type.String(), expiresAt: Time },
  named('CodeRequired'),
);

export const Enrolment = Type.Object(
  {
    enrolmentId: Id,
    /** Base32 (RFC 4648) without padding. */
    secret: Type.String(),
    otpauthUri: Type.String(),
    expiresAt: Time,
  },
  named('Enrolment'),
);

/** What a link in a mail carries. */
export const LinkToken = Type.Object({ token: Opaque }, named('LinkToken'));
export const WithNote = Type.Object({ note: Type.Optional(Note) }, named('WithNote'));
/** How people reach the help desk, where the organisation says it. */
export const HelpDesk = Type.Object(
  { phone: nullable(Type.String()), hours: nullable(Type.String()) },
  named('HelpDesk'),
);

/** An app as it is shown: what was checked when it was saved. */
export const AppLink = Type.Object({ name: Type.String(), url: Type.String() }, named('AppLink'));
export const RecommendedApp = Type.Object({ name: Line(60), url: HttpsUrl }, named('RecommendedApp'));

/** An event as a person reads it: in a user's history, on a request's time line, in the audit log. */
export const HistoryEvent = Type.Object(
  {
    id: Id,
    at: Time,
    action: Type.String(),
    actor: nullable(Person),
    target: nullable(Person),
    /** Facts of the event; never a code, secret, token or password (S-52). */
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  named('HistoryEvent'),
);
export const HistoryPage = Type.Object(pageOf(HistoryEvent).properties, named('HistoryPage'));
export type HistoryEvent = Static<typeof HistoryEvent>;

/** Where an event came from, and what they who asked for it had proven themselves with. */
export const EventOrigin = Type.Object(
  {
    address: nullable(Type.String()),
    userAgent: nullable(Type.String()),
    /** Names a session in the log; it has nothing to do with its token. */
    session: nullable(Id),
    /** In the order of use. Where the event tells of something wrong, the last one is what was wrong. */
    factors: Type.Array(oneOf(FACTORS)),
  },
  named('EventOrigin'),
);
export type EventOrigin = Static<typeof EventOrigin>;

/** An event with where it came from; null where Gatehouse did it by itself, and where nobody wrote it down. */
export const AuditEvent = Type.Object(
  { ...HistoryEvent.properties, origin: nullable(EventOrigin) },
  named('AuditEvent'),
);
export const AuditPage = Type.Object(pageOf(AuditEvent).properties, named('AuditPage'));
export type AuditEvent = Static<typeof AuditEvent>;
