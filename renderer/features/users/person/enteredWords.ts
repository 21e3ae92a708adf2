import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';

/** Where the contacts of a young account come from, and what that is worth. */
export function enteredWords({ name }: NonNullable<UserDetail['contactsEnteredBy']>): string {
  return `${name} entered these with the account. For its first 30 days somebody else has to decide an elevated reset that rests on a call or on the manager.`;
}
