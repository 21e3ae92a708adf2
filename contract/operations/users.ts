import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import {
  Count,
  Country,
  DepartmentCount,
  Email,
  HistoryPage,
  Id,
  KeptForSecond,
  Line,
  named,
  nullable,
  Note,
  oneOf,
  Page,
  pageOf,
  Person,
  Phone,
  ResetReason,
  RoleSchema,
  Time,
  strict,
  Username,
} from '../schemas.ts';
import { INVITATION_STATES } from '../invitations.ts';
import { USER_STATES, MFA_PLACES } from '../userStates.ts';
import { CheckInput, ResetRequest } from './resetRequests.ts';
import {
  ImportedChange,
  ImportFault,
  ImportFieldName,
  ImportedRow,
  ImportGroup,
  NamedPerson,
  OptionalFieldNames,
  UserRow,
  UserDetail,
  UserFactors,
} from './userSchemas.ts';

const UserFilterState = oneOf(USER_STATES, 'UserFilterState');
/** Of those in grace: whose grace ends on this day (UTC), or `unset`: it begins when they first sign in. */
const GraceEnds = Type.String({ pattern: '^(unset|\\d{4}-\\d{2}-\\d{2})$' });
/** Or a connected system by its id. */
const MfaPlace = Type.String({
  maxLength: 36,
  pattern: `^(${MFA_PLACES.join('|')}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`,
});
/** A day in UTC. That there is one is checked with a sentence of its own. */
const DueDay = Type.String({ maxLength: 10, pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const Profile = {
  email: Email,
  name: Line(100),
  department: nullable(Line(100)),
  roles: Type.Array(RoleSchema, { maxItems: 5 }),
  phone: nullable(Phone),
  mobile: nullable(Phone),
  /** The manager's username. */
  manager: nullable(Username),
};

const Department = Type.Object(
  {
    name: Type.String(),
    count: Count,
    /** The department that this one is, written otherwise before spellings were one; null where it is its own. */
    sameAs: nullable(Type.String()),
    /** Names that mean this one in files and forms. */
    formerly: Type.Array(Type.String()),
    policy: Type.Object(
      {
        /** Asked for MFA by name, from the rule's own date on. */
        required: Type.Boolean(),
        /** Asked from then on. */
        waveStartsOn: nullable(Time),
        sensitive: Type.Boolean(),
      },
      strict,
    ),
  },
  named('Department'),
);

/** Whom a list of users has; a department of '' is people without one. */
export const UserFilters = {
  search: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(UserFilterState),
  department: Type.Optional(Type.String({ maxLength: 100 })),
  role: Type.Optional(RoleSchema),
  status: Type.Optional(oneOf(['active', 'suspended'])),
  graceEnds: Type.Optional(GraceEnds),
  /** Who came by one file. */
  importId: Type.Optional(Id),
  invitation: Type.Optional(oneOf(INVITATION_STATES, 'InvitationState')),
  /** Who has to set up MFA, hasn't, and has or had time until a day from this one on. */
  dueFrom: Type.Optional(DueDay),
  /** The same, until the end of this day. */
  dueTo: Type.Optional(DueDay),
  lastSignIn: Type.Optional(oneOf(['never'])),
  passwordSet: Type.Optional(oneOf(['no'])),
  /** Who has MFA there, as connected systems were read last. */
  mfaIn: Type.Optional(MfaPlace),
};
const UserFiltersObject = Type.Object(UserFilters, strict);
export type UserFilters = Static<typeof UserFiltersObject>;

export const usersOperations = {
  'users.list': defineOperation({
    method: 'GET',
    path: '/users',
    summary: 'Search, filter and sort users',
    access: 'users.read',
    query: Type.Object(
      {
        ...UserFilters,
        sort: Type.Optional(
          oneOf([
            'name',
            '-name',
            'username',
            '-username',
            'department',
            '-department',
            'lastSignInAt',
            '-lastSignInAt',
          ]),
        ),
        /** What rows say only where they are asked: it is another read. */
        also: Type.Optional(oneOf(['mfaElsewhere'])),
        ...Page,
      },
      strict,
    ),
    response: pageOf(UserRow),
    errors: [],
  }),
  'users.mfaPlaces': defineOperation({
    method: 'GET',
    path: '/users/mfa-places',
    summary: 'How many people have MFA here, in each connected system, anywhere and nowhere',
    access: 'users.read',
    response: Type.Object(
      {
        /** Connected systems, with how many have MFA there. */
        systems: Type.Array(Type.Object({ id: Id, name: Type.String(), withMfa: Count }, named('MfaPlace'))),
        /** Null where no system is connected. */
        counts: nullable(
          Type.Object(
            { here: Count, anywhere: Count, nowhere: Count, unread: Count },
            named('MfaPlaceCounts'),
          ),
        ),
      },
      named('MfaPlaces'),
    ),
    errors: [],
  }),
  'users.departments': defineOperation({
    method: 'GET',
    path: '/users/departments',
    summary: 'Departments with their number of people',
    access: 'users.read',
    response: Type.Object({ items: Type.Array(DepartmentCount) }, strict),
    errors: [],
  }),
  'users.listDepartments': defineOperation({
    method: 'GET',
    path: '/departments',
    summary:
      'Departments with people in them: how many, how else they are written, and what policy says of them',
    access: 'users.read',
    response: Type.Object({ items: Type.Array(Department) }, strict),
    errors: [],
  }),
  'users.create': defineOperation({
    method: 'POST',
    path: '/users',
    summary: 'Add a user, who is invited by mail as soon as mail can work',
    access: 'users.manage',
    body: Type.Object(
      {
        username: Username,
        email: Profile.email,
        name: Profile.name,
        department: Type.Optional(Profile.department),
        roles: Type.Optional(Profile.roles),
        phone: Type.Optional(Profile.phone),
        mobile: Type.Optional(Profile.mobile),
        manager: Type.Optional(Profile.manager),
        /** Whether the invitation goes out; else it is a draft. It goes unless told. */
        invite: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    response: UserDetail,
    errors: ['username_taken', 'rank_too_low', 'step_up_required', 'frozen'],
  }),
  'users.get': defineOperation({
    method: 'GET',
    path: '/users/{id}',
    summary: 'One user',
    access: 'users.read',
    params: Type.Object({ id: Id }, strict),
    response: UserDetail,
    errors: ['not_found'],
  }),
  'users.factors': defineOperation({
    method: 'GET',
    path: '/users/{id}/factors',
    summary: 'What a person proves themselves with besides the password',
    access: 'users.read',
    params: Type.Object({ id: Id }, strict),
    response: UserFactors,
    errors: ['not_found'],
  }),
  'users.named': defineOperation({
    method: 'POST',
    path: '/users/named',
    summary: 'Who is behind ids that a policy or an event names; ids of nobody are left out',
    access: 'users.read',
    body: Type.Object({ ids: Type.Array(Id, { maxItems: 500, uniqueItems: true }) }, strict),
    response: Type.Object({ items: Type.Array(NamedPerson) }, strict),
    errors: [],
  }),
  'users.update': defineOperation({
    method: 'PATCH',
    path: '/users/{id}',
    summary:
      'Change a user; contacts and roles, a move that frees from MFA, and the return of suspended staff ask for a step-up. One person suspends two of the staff in a day, a third suspension waits for a second person',
    access: 'users.manage',
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      {
        email: Type.Optional(Profile.email),
        name: Type.Optional(Profile.name),
        department: Type.Optional(Profile.department),
        roles: Type.Optional(Profile.roles),
        phone: Type.Optional(Profile.phone),
        mobile: Type.Optional(Profile.mobile),
        manager: Type.Optional(Profile.manager),
        status: Type.Optional(oneOf(['active', 'suspended'])),
        graceEnds: Type.Optional(GraceEnds),
        /** That a department is meant in which policy no longer asks this person for MFA. */
        confirmFreed: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    response: UserDetail,
    mayWait: true,
    errors: [
      'not_found',
      'step_up_required',
      'own_account',
      'rank_too_low',
      'last_administrator',
      'second_person_required',
      'confirm_freed',
      'change_waits',
      'too_many_changes',
      'too_many_attempts',
    ],
  }),
  'users.sendSetUpLink': defineOperation({
    method: 'POST',
    path: '/users/{id}/set-up-link',
    summary:
      'Mail a new set-up link to a user without a password; the old one ends. Twenty an hour by one person',
    access: 'users.manage',
    params: Type.Object({ id: Id }, strict),
    response: UserDetail,
    errors: ['not_found', 'frozen', 'too_many_attempts'],
  }),
  'users.import': defineOperation({
    method: 'POST',
    path: '/users/import',
    summary:
      'Import users from a CSV: a dry run shows which rows cannot be imported and why, the import leaves them out. That it comes from the HR system waits for a second person',
    access: 'users.manage',
    query: Type.Object(
      {
        dryRun: Type.Optional(Type.Boolean()),
        /** Whose phone numbers the file has; the organisation's country unless told. */
        country: Type.Optional(Country),
        /** Which column is which, as JSON: fields by the file's own headers, null for one that isn't read; else by the names that files use. */
        mapping: Type.Optional(Type.String({ maxLength: 8000 })),
        /** Rows go in without values that are bad and that nobody needs: role, department, phone, mobile, manager. */
        leaveOutBadValues: Type.Optional(Type.Boolean()),
        /** The same of these fields alone, with commas between. */
        leaveOut: Type.Optional(OptionalFieldNames),
        /** Equal problems are told together, in `groups`; `rows` stays empty. */
        grouped: Type.Optional(Type.Boolean()),
        /** Whether invitations go out, as soon as mail can work; else they are drafts. They go unless told. */
        invite: Type.Optional(Type.Boolean()),
        /** That everybody is in the file: who isn't is suspended, and nobody deleted. Staff and sensitive people stay. */
        whole: Type.Optional(Type.Boolean()),
        /** Of `whole`: how many that is, as a dry run says. */
        confirmGone: Type.Optional(Count),
        /** That the file comes from the HR system: whoever sends it typed nothing, once a second person agrees. */
        fromHr: Type.Optional(Type.Boolean()),
        /** The connected system whose accounts the file names: people are linked to them, once a second person agrees. */
        system: Type.Optional(Id),
      },
      strict,
    ),
    textBody: 'text/csv',
    bodyLimit: 32 * 1024 * 1024,
    response: Type.Object(
      {
        /** New people. */
        imported: Count,
        /** People who were there and of whom something changed. */
        updated: Count,
        /** People who were there, as the file has them. */
        unchanged: Count,
        skipped: Count,
        /** Of a file that is whole: people who are not in it and were suspended. */
        suspended: Type.Optional(Count),
        /** Of a dry run with `whole`: who would be suspended, the first of them by name; `kept` are staff and protected people who stay. */
        gone: Type.Optional(Type.Object({ count: Count, people: Type.Array(Person), kept: Count }, strict)),
        /** `imported`: the row goes in, without what the problem is about. */
        rows: Type.Array(
          Type.Object(
            {
              line: Type.Integer(),
              problem: Type.String(),
              imported: Type.Optional(Type.Literal(true)),
              /** The same for programs: what is wrong with which field. */
              faults: Type.Optional(Type.Array(ImportFault)),
              changes: Type.Optional(Type.Array(ImportedChange)),
            },
            strict,
          ),
        ),
        /** Where `grouped` was asked for: the same problem of many rows, once. */
        groups: Type.Optional(Type.Array(ImportGroup)),
        /** Of a dry run: which column was read as what, and the first ten rows. */
        columns: Type.Optional(
          Type.Array(Type.Object({ header: Type.String(), field: nullable(ImportFieldName) }, strict)),
        ),
        /** Of a dry run with a mapping: what everybody needs that no column is. Without a mapping such a file is refused. */
        lacks: Type.Optional(Type.Array(ImportFieldName)),
        preview: Type.Optional(Type.Array(ImportedRow)),
        /** Of a dry run: departments that the file writes in other ways, too. They are one. */
        departments: Type.Optional(
          Type.Array(
            Type.Object(
              { name: Type.String(), count: Count, alsoWritten: Type.Array(Type.String()) },
              strict,
            ),
          ),
        ),
        /** That the file is the HR system's: its people are in, this waits for a second person. */
        pendingChange: Type.Optional(KeptForSecond.properties.pendingChange),
        /** How many people the file names an account of in that system, whom nobody has linked to it. */
        links: Type.Optional(Count),
        /** That they are linked to these accounts. */
        pendingLinks: Type.Optional(KeptForSecond.properties.pendingChange),
      },
      strict,
    ),
    errors: [
      'step_up_required',
      'confirm_number',
      'frozen',
      'not_found',
      'change_waits',
      'too_many_changes',
      'too_many_attempts',
    ],
  }),
  'users.export': defineOperation({
    method: 'GET',
    path: '/users/export',
    summary: 'The list as CSV, with the same filters',
    access: 'users.read',
    query: UserFiltersObject,
    download: ['text/csv'],
    errors: [],
  }),
  'users.history': defineOperation({
    method: 'GET',
    path: '/users/{id}/history',
    summary: "A user's history",
    access: 'users.read',
    params: Type.Object({ id: Id }, strict),
    query: Type.Object(Page, strict),
    response: HistoryPage,
    errors: ['not_found'],
  }),
  'users.unlock': defineOperation({
    method: 'POST',
    path: '/users/{id}/mfa/unlock',
    summary:
      'Unlock an account that too many wrong codes locked, with the evidence of who asks; its setup stays',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      { checks: Type.Optional(Type.Array(CheckInput, { maxItems: 6 })), note: Type.Optional(Note) },
      strict,
    ),
    response: UserDetail,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'not_locked',
      'locked_for_good',
      'recipe_not_met',
      'contact_changed_recently',
      'check_not_possible',
      'frozen',
    ],
  }),
  'users.endSessions': defineOperation({
    method: 'POST',
    path: '/users/{id}/sessions/end',
    summary:
      'Sign a user out everywhere; where a new password is asked for, the old one counts no more and a link for a new one goes by mail. Twenty an hour by one person, of staff two a day',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      {
        /** Somebody else may know the password. */
        askNewPassword: Type.Optional(Type.Boolean()),
        /** The request of this user by which it came out; it stands on its time line. */
        requestId: Type.Optional(Id),
      },
      strict,
    ),
    response: UserDetail,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'second_person_required',
      'check_not_possible',
      'too_many_attempts',
      'last_administrator',
      'frozen',
    ],
  }),
  'users.sendActivationCode': defineOperation({
    method: 'POST',
    path: '/users/{id}/mfa/activation-code',
    summary: 'Mail a new activation code to a user whose next setup asks for one; the old one ends',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    response: UserDetail,
    errors: ['not_found', 'own_account', 'rank_too_low', 'check_not_possible', 'frozen'],
  }),
  'users.reset': defineOperation({
    method: 'POST',
    path: '/users/{id}/mfa/reset',
    summary: 'Reset directly: the same record as a request, made in one act; the recipe still holds',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      { reason: ResetReason, note: Note, checks: Type.Array(CheckInput, { maxItems: 6 }) },
      strict,
    ),
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'mfa_not_on',
      'recipe_not_met',
      'system_cannot_hold',
      'second_person_required',
      'contact_changed_recently',
      'check_not_possible',
      'wrong_request_code',
      'request_exists',
      'request_too_soon',
      'frozen',
    ],
  }),
};
