/**
 * Every place of the console in which somebody types or chooses, and what becomes of that when they are about to leave. A house
 * test compares it with the page's source, so that a new form is named until it stands here; a browser tries what asks or keeps.
 */

/** A button by its name or how that begins, the first row of a table or its tick, an entry of a menu that is open. */
export type Step = string | { begins: string } | { row: string } | { tick: string } | { item: string };

interface Reach {
  /** The address that it stands on. */
  at: string;
  /** What is pressed there, one after the other. */
  press?: readonly Step[];
  /** The label of the field that is typed into. */
  field: string;
  /** What is typed where any text won't do. */
  text?: string;
}

interface InFiles {
  name: string;
  /** Under `renderer/`. */
  files: readonly string[];
}

export interface Walked extends InFiles, Reach {
  /** *dialog*: Escape, back and the window's cross ask. *page*: a link, back, signing out and the cross do. *draft*: it is there again. */
  leaving: 'dialog' | 'page' | 'draft';
}

/** Tried elsewhere, or by the piece that holds it alone; says where, or why nothing is worth keeping. */
export interface Told extends InFiles {
  leaving: 'dialog elsewhere' | 'page elsewhere' | 'nothing to keep' | 'a piece';
  why: string;
}

const users = 'features/users';
const requests = 'features/resetRequests';
const policy = 'features/policy';
const settings = 'features/settings';
const security = 'features/securitySettings';
const signIn = 'features/signIn';

/** Somebody who has MFA on, and no request. */
const SOMEBODY: Pick<Reach, 'at' | 'press'> = { at: '/users?state=on', press: [{ row: 'Users' }, 'Actions'] };
const act = (item: string): Pick<Reach, 'at' | 'press'> => ({
  ...SOMEBODY,
  press: [...(SOMEBODY.press ?? []), { item }],
});
const request = (...press: Step[]): Pick<Reach, 'at' | 'press'> => ({
  at: '/reset-requests?state=open',
  press: [{ row: 'Reset requests' }, ...press],
});

/** What a browser tries, in the order of the rail. */
export const WALKED: readonly Walked[] = [
  {
    name: 'add a user',
    files: [`${users}/form/AddUserDialog.tsx`, `${users}/form/PersonFields.tsx`],
    leaving: 'dialog',
    at: '/users',
    press: ['Add user'],
    field: 'Name',
  },
  {
    name: 'save a view',
    files: ['shared/views/NameDialog.tsx'],
    leaving: 'dialog',
    at: '/users?state=on',
    press: ['Saved views', { item: 'Save this view…' }],
    field: 'Name',
  },
  {
    name: 'edit a user',
    files: [`${users}/form/EditUserDialog.tsx`],
    leaving: 'dialog',
    ...act('Edit profile and contacts…'),
    field: 'Name',
  },
  {
    name: 'reset directly',
    files: [
      `${users}/direct/DirectForm.tsx`,
      `${users}/direct/DirectResetForm.tsx`,
      `${users}/direct/DirectCheckFields.tsx`,
    ],
    leaving: 'dialog',
    ...act('Reset MFA directly…'),
    field: 'Note',
  },
  {
    name: 'several people at once',
    files: [`${users}/list/BulkDialog.tsx`],
    leaving: 'dialog',
    at: '/users?state=on',
    press: [{ tick: 'Users' }, 'Move'],
    field: 'Department',
  },
  {
    name: 'rename a department',
    files: [`${users}/departments/RenameDialog.tsx`],
    leaving: 'dialog',
    at: '/users/departments',
    press: [{ begins: 'Rename or merge' }],
    field: 'New name',
  },
  {
    name: 'import',
    files: [`${users}/import/ImportSource.tsx`],
    leaving: 'page',
    at: '/users/import',
    field: 'Or paste the rows',
  },
  {
    name: 'open a request for a caller',
    files: ['shared/OpenRequestDialog.tsx', `${requests}/queue/OpenForCallerDialog.tsx`],
    leaving: 'dialog',
    at: '/reset-requests',
    press: ['Open for a caller'],
    field: 'Note',
  },
  {
    name: 'freeze',
    files: [`${requests}/queue/FreezeDialog.tsx`, `${requests}/WhyDialog.tsx`],
    leaving: 'dialog',
    at: '/reset-requests',
    press: ['Freeze'],
    field: 'Why',
  },
  {
    name: 'deny',
    files: [`${requests}/decision/DenyDialog.tsx`],
    leaving: 'dialog',
    ...request('Deny'),
    field: 'Why',
  },
  {
    name: 'report an attack',
    files: [`${requests}/decision/ReportAttack.tsx`],
    leaving: 'dialog',
    ...request('Report an attack'),
    field: 'Why',
  },
  {
    name: 'the notes of a request',
    files: [`${requests}/record/NotesSection.tsx`],
    leaving: 'draft',
    ...request(),
    field: 'Notes',
  },
  {
    name: 'exempt somebody',
    files: [`${policy}/exemptions/ExemptionDialog.tsx`],
    leaving: 'dialog',
    at: '/policy',
    press: ['Exempt somebody'],
    field: 'Reason',
  },
  {
    name: 'policy',
    files: [
      `${policy}/form/WhoSection.tsx`,
      `${policy}/form/SetupSection.tsx`,
      `${policy}/form/SessionsSection.tsx`,
      `${policy}/form/RequestsSection.tsx`,
      `${policy}/form/ReportSetting.tsx`,
      `${policy}/form/SensitiveSetting.tsx`,
      `${policy}/form/CeilingsSettings.tsx`,
      `${policy}/form/TierMatrix.tsx`,
      `${policy}/rollOut/WaveFields.tsx`,
      `${policy}/rollOut/RollOutSettings.tsx`,
      `${policy}/fields/NumberInput.tsx`,
      `${policy}/fields/NumberField.tsx`,
      `${policy}/fields/DepartmentsField.tsx`,
      `${policy}/fields/CheckboxList.tsx`,
      `${policy}/fields/AppsField.tsx`,
      `${policy}/fields/PeopleField.tsx`,
    ],
    leaving: 'page',
    at: '/policy',
    field: 'Grace',
    text: '12',
  },
  {
    name: 'settings',
    files: [`${settings}/OrganisationSection.tsx`, `${settings}/MailSection.tsx`],
    leaving: 'page',
    at: '/settings',
    field: 'Help desk phone',
  },
  {
    name: 'add a provider',
    files: [`${settings}/SsoProviderDialog.tsx`],
    leaving: 'dialog',
    at: '/settings',
    press: ['Add provider'],
    field: 'Name',
  },
  {
    name: 'connect a system',
    files: [`${settings}/systems/SystemDialog.tsx`],
    leaving: 'dialog',
    at: '/settings',
    press: ['Connect a system'],
    field: 'Name',
  },
  {
    name: 'let Okta ask',
    files: [`${settings}/identityChecks/AttestorDialog.tsx`],
    leaving: 'dialog',
    at: '/settings',
    press: ['Let Okta ask'],
    field: 'Name',
  },
  {
    name: 'add an authenticator',
    files: [`${security}/AddStep.tsx`],
    leaving: 'dialog',
    at: '/security',
    press: ['Add another authenticator'],
    field: 'Name',
  },
  {
    name: 'a plea by somebody who is signed in',
    files: [`${security}/LostDialog.tsx`],
    leaving: 'dialog',
    at: '/security',
    press: ['I no longer have it'],
    field: 'Anything the help desk should know',
  },
];

const FILTERS = 'It is done at once, and stands in the address.';
const CODES = 'A code or a link is read again where it came from.';
const PASSWORDS = 'Names and passwords are typed again in a moment, and a password is nothing to keep.';
const CHOICES = 'A choice of few, made again by one click; nothing is typed.';
const AT_ONCE = 'Each choice is saved as it is made.';
const NEEDS = (what: string) =>
  `The sample has no ${what}. It stands in a ConfirmDialog or a TaskDialog, as those that are tried do.`;

/** What no browser tries here, and why. */
export const TOLD: readonly Told[] = [
  {
    name: 'a plea at sign-in',
    files: ['shared/ResetPleaForm.tsx', `${signIn}/ResetStep.tsx`],
    leaving: 'page elsewhere',
    why: 'typed.spec.ts: without a session',
  },
  {
    name: 'the first organisation',
    files: [`${signIn}/OrganisationForm.tsx`],
    leaving: 'page elsewhere',
    why: 'typed.spec.ts: on a server without an organisation',
  },
  {
    name: 'a check of a request',
    files: [`${requests}/evidence/CheckForm.tsx`],
    leaving: 'page elsewhere',
    why: 'Its note is a draft of the session: test/e2e/journeys and test/renderer/drafts.test.ts',
  },
  {
    name: 'policy’s save dialog',
    files: [`${policy}/form/SaveDialog.tsx`],
    leaving: 'page elsewhere',
    why: 'The form holds its reason: it is there when the dialog opens again, and the form asks.',
  },
  {
    name: 'many denials',
    files: [`${requests}/queue/DenySeveralDialog.tsx`],
    leaving: 'dialog elsewhere',
    why: NEEDS('two open requests of the same kind'),
  },
  {
    name: 'approve',
    files: [`${requests}/decision/ApproveDialog.tsx`],
    leaving: 'dialog elsewhere',
    why: NEEDS('verified request for this officer'),
  },
  {
    name: 'outside the gate',
    files: [`${requests}/outside/OutsideDialog.tsx`],
    leaving: 'dialog elsewhere',
    why: NEEDS('connected system'),
  },
  {
    name: 'a manager’s answer',
    files: [`${requests}/confirmations/ConfirmationItem.tsx`],
    leaving: 'dialog elsewhere',
    why: NEEDS('question to this officer'),
  },
  {
    name: 'a second person’s answer',
    files: ['shared/DecideChangeDialog.tsx'],
    leaving: 'dialog elsewhere',
    why: NEEDS('change that waits for this officer'),
  },
  {
    name: 'unlock',
    files: [`${users}/direct/UnlockForm.tsx`],
    leaving: 'dialog elsewhere',
    why: NEEDS('account that is locked'),
  },
  {
    name: 'links to systems',
    files: [
      `${users}/systems/LinkSystemDialog.tsx`,
      `${users}/sso/LinkSsoDialog.tsx`,
      `${settings}/systems/LinkRuleDialog.tsx`,
      `${settings}/systems/ReadPeopleDialog.tsx`,
    ],
    leaving: 'dialog elsewhere',
    why: NEEDS('connected system'),
  },
  {
    name: 'rename an authenticator',
    files: [`${security}/RenameAuthenticatorDialog.tsx`],
    leaving: 'dialog elsewhere',
    why: NEEDS('officer with two authenticators'),
  },
  {
    name: 'the later steps of an import',
    files: [
      `${users}/import/ImportColumns.tsx`,
      `${users}/import/FixAll.tsx`,
      `${users}/import/ImportChoice.tsx`,
      `${users}/import/GoneFromFile.tsx`,
      `${users}/import/SystemOfAccounts.tsx`,
    ],
    leaving: 'page elsewhere',
    why: 'The import asks from its first row on.',
  },
  {
    name: 'search and filters',
    files: [
      `${users}/UsersPage.tsx`,
      `${users}/list/UserFilterBar.tsx`,
      `${users}/list/MoreUserFilters.tsx`,
      `${requests}/queue/RequestFilterBar.tsx`,
      'features/audit/AuditFilterBar.tsx',
      'features/audit/FromTo.tsx',
      'features/audit/resets/ResetFilterBar.tsx',
      'features/outbox/OutboxPage.tsx',
      `${policy}/versions/CompareSection.tsx`,
      'app/palette/CommandPalette.tsx',
    ],
    leaving: 'nothing to keep',
    why: FILTERS,
  },
  {
    name: 'codes',
    files: [
      'app/session/StepUpByCode.tsx',
      `${security}/CurrentCodeStep.tsx`,
      `${security}/TakeAwayForm.tsx`,
      `${security}/ScanStep.tsx`,
      `${security}/AppsStep.tsx`,
      `${signIn}/CodeStep.tsx`,
      `${signIn}/SetupForm.tsx`,
      `${signIn}/ActivationForm.tsx`,
      `${signIn}/PasteLink.tsx`,
      `${requests}/evidence/RequestCodeField.tsx`,
    ],
    leaving: 'nothing to keep',
    why: CODES,
  },
  {
    name: 'names and passwords',
    files: [
      `${signIn}/NameAndPassword.tsx`,
      `${signIn}/LostDeviceForm.tsx`,
      `${signIn}/ForgotPasswordPage.tsx`,
      `${signIn}/SetPasswordPage.tsx`,
      `${signIn}/WelcomePage.tsx`,
      `${security}/PasswordSection.tsx`,
    ],
    leaving: 'nothing to keep',
    why: PASSWORDS,
  },
  {
    name: 'choices',
    files: [
      `${users}/form/RoleChoices.tsx`,
      `${users}/form/RolesDialog.tsx`,
      `${requests}/evidence/NumberToCall.tsx`,
      `${requests}/onIt/HandToDialog.tsx`,
      'shared/invitations/SendDialog.tsx',
    ],
    leaving: 'nothing to keep',
    why: CHOICES,
  },
  {
    name: 'what is saved at once',
    files: [`${settings}/AppearanceSection.tsx`, `${requests}/evidence/FactorRow.tsx`],
    leaving: 'nothing to keep',
    why: AT_ONCE,
  },
  {
    name: 'pieces',
    files: ['shared/PersonPicker.tsx', 'shared/CodeForm.tsx'],
    leaving: 'a piece',
    why: 'What it stands in holds what is typed.',
  },
];
