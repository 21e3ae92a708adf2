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

/** Which column is which, by its header; null is none. */
export type ImportMapping = Readonly<Record<string, ImportField | null>>;
