import type { ImportField, ImportProblem } from '../../../../contract/importFields.ts';
import type { KeyOf, Sentence } from '../../../../contract/words/sentence.ts';

/** One thing that is wrong with a row, or that it changes. */
export interface Fault {
  kind: ImportProblem;
  /** Null: the whole row. */
  field: ImportField | null;
  /** As the file has it; null where it is missing, or the whole row. */
  value: string | null;
  says: Sentence;
}

/** By the sentence that says it, so that whoever finds a fault says it once. */
const KINDS: Partial<Record<string, ImportProblem>> = {
  emailMissing: 'missing',
  nameMissing: 'missing',
  usernameMissing: 'missing',
  usernameTooLong: 'too_long',
  textTooLong: 'too_long',
  usernameHolds: 'unseen',
  holds: 'unseen',
  usernameLetters: 'letters',
  notAnAddress: 'not_an_address',
  phoneWithoutCountry: 'no_country',
  phoneNotOf: 'not_a_number',
  notARole: 'not_a_role',
  roleNotYours: 'role_above',
  managerNowhere: 'not_found',
  managerSeveral: 'several',
  ownManager: 'self',
  managerNotImported: 'left_out',
  usernameInLine: 'twice',
  rowLength: 'row_length',
  quoteNotClosed: 'quotes',
  quoteMisplaced: 'quotes',
  lettersUnread: 'unread',
  userThere: 'taken',
  notReached: 'not_reached',
  goneMeanwhile: 'gone',
  moveFrees: 'frees',
  staysProtected: 'protected',
  fieldChanged: 'changes',
  fieldSet: 'changes',
} satisfies Partial<Record<KeyOf<'answers/users'>, ImportProblem>>;

/** Of a field's value. */
export const ofField = (field: ImportField, value: string | null, says: Sentence): Fault => ({
  kind: KINDS[says.key] ?? 'other',
  field,
  value: value === '' ? null : value,
  says,
});

/** Of a row as a whole. */
export const ofRow = (says: Sentence): Fault => ({
  kind: KINDS[says.key] ?? 'other',
  field: null,
  value: null,
  says,
});

/** The same of a sentence that may be none. */
export const faultOf = (field: ImportField, value: string | null, says: Sentence | null): Fault[] =>
  says === null ? [] : [ofField(field, value, says)];
