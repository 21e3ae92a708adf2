import { IMPORT_FIELDS, IMPORT_PROBLEMS, OPTIONAL_FIELDS } from '../importFields.ts';
import { INVITATION_STATES } from '../invitations.ts';
import Type, { type Static } from 'typebox';
import { FACTOR_KINDS, SYSTEM_KINDS } from '../systems.ts';
import { Count, Id, MfaState, named, nullable, oneOf, Person, RoleSchema, strict, Time } from '../schemas.ts';

const UserFields = {
  id: Id,
  username: Type.String(),
  name: Type.String(),
  email: Type.String(),
  department: nullable(Type.String()),
  roles: Type.Array(RoleSchema),
  status: oneOf(['active', 'suspended']),
  mfa: Type.Object(
    {
      state: MfaState,
      required: Type.Boolean(),
      inGrace: Type.Boolean(),
      graceEndsAt: nullable(Time),
      blocked: Type.Boolean(),
      external: Type.Boolean(),
      locked: Type.Boolean(),
      /** Set up, and nothing of it counts: every authenticator is stopped. */
      stopped: Type.Boolean(),
      since: nullable(Time),
    },
    named('UserMfa'),
  ),
  lastSignInAt: nullable(Time),
  createdAt: Time,
  /** Ids of connected systems in which they have MFA, as those were read last; absent where there are none, or a list wasn't asked for them. */
  mfaElsewhere: Type.Optional(Type.Array(Id)),
  /** How far their invitation is; absent where they have none: they came with a password, or sign in by SSO alone. */
  invitation: Type.Optional(oneOf(INVITATION_STATES, 'InvitationState')),
};
export const UserRow = Type.Object(UserFields, named('UserRow'));
export type UserRow = Static<typeof UserRow>;

/** Somebody whom only an id named, with what decides whether they count. */
export const NamedPerson = Type.Object(
  {
    ...Person.properties,
    roles: UserFields.roles,
    status: UserFields.status,
    /** Can only sign in by SSO. */
    external: Type.Boolean(),
  },
  named('NamedPerson'),
);

/** A contact with the moment of its last real change; a first value is no change. */
const Contact = Type.Object(
  {
    value: nullable(Type.String()),
    since: nullable(Time),
    changedRecently: Type.Boolean(),
    /** The connected system that it was read from, where nobody typed it here. */
    readFrom: Type.Optional(Type.String()),
  },
  named('Contact'),
);
export const ProviderName = Type.Object({ id: Id, name: Type.String() }, named('ProviderName'));
/** An account's link to an identity provider; without a subject it waits for the first sign-in with that e-mail. */
const SsoLink = Type.Object(
  {
    id: Id,
    provider: ProviderName,
    subject: nullable(Type.String()),
    email: nullable(Type.String()),
    createdAt: Time,
    lastSignInAt: nullable(Time),
    /** Whether the provider said at the last sign-in that it asked for a second factor (`amr`, `acr`). */
    mfaAsserted: nullable(Type.Boolean()),
    /** When its person gave a code at a sign-in by it; until then it is not known to be theirs. */
    provenAt: nullable(Time),
  },
  named('SsoLink'),
);
/** A connected system, and which account there is this person's. */
const PersonsSystem = Type.Object(
  {
    id: Id,
    kind: oneOf(SYSTEM_KINDS, 'SystemKind'),
    name: Type.String(),
    link: nullable(
      Type.Object(
        {
          id: Id,
          externalId: Type.String(),
          externalName: Type.String(),
          how: oneOf(['administrator', 'import', 'rule']),
          linkedAt: Time,
        },
        named('SystemLink'),
      ),
    ),
    /** Whether they count as having MFA there, and when that was read; absent where it wasn't yet. */
    counted: Type.Optional(Type.Object({ withMfa: Type.Boolean(), readAt: Time }, named('CountedThere'))),
    /** They are gone there; `suspendsAt` is null where nobody suspends them for it but an administrator. */
    gone: Type.Optional(Type.Object({ since: Time, suspendsAt: nullable(Time) }, named('GoneThere'))),
  },
  named('PersonsSystem'),
);
export const UserDetail = Type.Object(
  {
    ...UserFields,
    phone: Contact,
    mobile: Contact,
    emailSince: nullable(Time),
    /** Somebody wrote the e-mail address to the database past this server: nothing is mailed there until it is saved again. */
    emailAltered: Type.Optional(Type.Literal(true)),
    manager: nullable(Person),
    /** Who entered the contacts that the account began with, while those who did are no second person for them: 30 days. */
    contactsEnteredBy: nullable(Person),
    hasPassword: Type.Boolean(),
    setUpLinkSentAt: nullable(Time),
    /** Until when the link of an invitation is good that wasn't used yet. */
    setUpLinkEndsAt: Type.Optional(Time),
    /** What became of its mail; null where there is none: handed over, or the mail is gone. */
    setUpLinkMail: nullable(oneOf(['waiting', 'sent', 'failed'])),
    /** Why MFA is asked of this person: the rule, the policy version, the date. */
    requiredBecause: nullable(
      Type.Object({ sentence: Type.String(), policyVersion: Type.Integer(), since: nullable(Time) }, strict),
    ),
    /** What keeps policy's rule from asking, where something does. */
    exemption: nullable(
      Type.Object(
        { reason: Type.String(), owner: nullable(Person), endsAt: Time, policyVersion: Type.Integer() },
        strict,
      ),
    ),
    /** Minutes that the phone's clock was off at the last wrong code; negative is slow. */
    clockDriftMinutes: nullable(Type.Integer()),
    openRequestId: nullable(Id),
    lockedAt: nullable(Time),
    activationDue: Type.Boolean(),
    /** Wrong tries at the activation code that is out, where one is due; ten end it. */
    activationTries: nullable(Type.Object({ wrong: Type.Integer(), ended: Type.Boolean() }, strict)),
    ssoLinks: Type.Array(SsoLink),
    /** Connected systems, each with the account that is theirs; absent where none is connected. */
    systems: Type.Optional(Type.Array(PersonsSystem)),
    /** Mails that the mail server refuses for good at this address; absent where there are none. */
    refusedMails: Type.Optional(
      Type.Object({ count: Count, newestId: Id, serverSaid: Type.String() }, named('RefusedMails')),
    ),
  },
  named('UserDetail'),
);
export type UserDetail = Static<typeof UserDetail>;

export const ImportFieldName = oneOf([...IMPORT_FIELDS], 'ImportField');

/** What a file changes of somebody who is there; a manager is a username. */
export const ImportedChange = Type.Object(
  {
    field: oneOf(['name', 'email', 'department', 'phone', 'mobile', 'manager']),
    from: nullable(Type.String()),
    to: Type.String(),
  },
  named('ImportedChange'),
);

/** Fields that a row can do without, with commas between. */
export const OptionalFieldNames = Type.String({
  pattern: `^(${OPTIONAL_FIELDS.join('|')})(,(${OPTIONAL_FIELDS.join('|')}))*$`,
});

/** What is wrong with a row; `field` null is the row as a whole, a value that is too long is its beginning. */
export const ImportFault = Type.Object(
  {
    kind: oneOf([...IMPORT_PROBLEMS], 'ImportProblem'),
    field: nullable(ImportFieldName),
    value: nullable(Type.String()),
  },
  named('ImportFault'),
);

/** The same problem of many rows. */
export const ImportGroup = Type.Object(
  {
    kind: oneOf([...IMPORT_PROBLEMS], 'ImportProblem'),
    field: nullable(ImportFieldName),
    title: Type.String(),
    count: Count,
    /** Whether the rows go in: without the value, or with the change. */
    imported: Type.Optional(Type.Literal(true)),
    /** All of them, as `2-61,70`. */
    lines: Type.String(),
    /** The first hundred. */
    rows: Type.Array(Type.Object({ line: Type.Integer(), problem: Type.String() }, strict)),
  },
  named('ImportGroup'),
);

/** A row of an imported file as it is read, before it is judged. */
export const ImportedRow = Type.Object(
  {
    line: Type.Integer(),
    username: Type.String(),
    email: Type.String(),
    name: Type.String(),
    department: nullable(Type.String()),
    role: nullable(Type.String()),
    phone: nullable(Type.String()),
    mobile: nullable(Type.String()),
    manager: nullable(Type.String()),
    account: nullable(Type.String()),
  },
  named('ImportedRow'),
);

/** A factor that a person holds; `systemId` null is here. */
const UserFactor = Type.Object(
  {
    systemId: nullable(Id),
    /** A UUID here; elsewhere as the system names it. */
    id: Type.String(),
    kind: oneOf(FACTOR_KINDS),
    name: Type.String(),
    createdAt: nullable(Time),
    lastUsedAt: nullable(Time),
    /** Its codes count no more. */
    stopped: Type.Boolean(),
  },
  named('UserFactor'),
);
export const UserFactors = Type.Object(
  {
    items: Type.Array(UserFactor),
    /** Systems whose factors can't be told now, and why. */
    unavailable: Type.Array(Type.Object({ systemId: Id, sentence: Type.String() }, strict)),
  },
  named('UserFactors'),
);
export type UserFactors = Static<typeof UserFactors>;
