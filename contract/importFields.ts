/** What a column of an imported file may be. A first and a last name are a name together. */
export const IMPORT_FIELDS = [
  'username',
  'email',
  'name',
  'firstName',
  'lastName',
  'department',
  'role',
  'phone',
  'mobile',
  'manager',
  /** Of the connected system that was named: the account's username or id there. */
  'account',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What a row goes in without, where whoever imports says so and its value is bad. */
export const OPTIONAL_FIELDS = [
  'role',
  'department',
  'phone',
  'mobile',
  'manager',
  'account',
] as const satisfies readonly ImportField[];

export type OptionalField = (typeof OPTIONAL_FIELDS)[number];

/** Those that a text names, with commas between; what is none is passed over. */
export function optionalFields(names: string): OptionalField[] {
  const named = names.split(',').map((name) => name.trim());
  return OPTIONAL_FIELDS.filter((field) => named.includes(field));
}

/** What may be wrong with a row, or be changed by it: equal ones of one field are told together. */
export const IMPORT_PROBLEMS = [
  'missing',
  'too_long',
  /** It holds what nobody sees. */
  'unseen',
  'letters',
  'not_an_address',
  /** A phone number without one, where nobody says whose the file's are. */
  'no_country',
  'not_a_number',
  'not_a_role',
  /** A role above whoever imports. */
  'role_above',
  /** A manager who is nowhere, is several people, is the person, or whose own row is bad. */
  'not_found',
  'several',
  'self',
  'left_out',
  /** A username that stands in the file before. */
  'twice',
  'row_length',
  'quotes',
  'unread',
  /** By somebody else, while the import ran. */
  'taken',
  'not_reached',
  'gone',
  /** Somebody who stays in their department: the move would free them from MFA, or they are sensitive. */
  'frees',
  'protected',
  /** No problem: what a row changes of somebody who is there. */
  'changes',
  'other',
] as const;

export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

/** Which column is which, by its header; null is none. */
export type ImportMapping = Readonly<Record<string, ImportField | null>>;
