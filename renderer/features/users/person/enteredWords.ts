import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { t } from '../words.ts';

/** Where the contacts of a young account come from, and what that is worth. */
export function enteredWords({ name }: NonNullable<UserDetail['contactsEnteredBy']>): string {
  return t('enteredBy', { name });
}
