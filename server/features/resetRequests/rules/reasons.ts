import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { RequestState } from '../../../../contract/operations/resetRequests.ts';

/** What a reason names besides its code. */
export interface ReasonFacts {
  /** A contact that was there before has changed. */
  how?: 'added' | 'changed';
  /** Of the last request before. */
  state?: RequestState;
  count?: number;
  role?: string;
  department?: string;
}

/** A reason as it is kept: `at` in UTC ms. */
export interface StoredReason {
  code: ReasonCode;
  facts?: ReasonFacts;
  /** Reasons were kept as English text once; they are said as they stand. */
  sentence?: string;
  at: number | null;
}

const contact =
  (field: 'email' | 'phone' | 'mobile' | 'manager') =>
  ({ how = 'changed' }: ReasonFacts): Sentence =>
    sentence('answers/resetRequests', 'reasonContact', { field, how });

const SENTENCES = {
  email_changed: contact('email'),
  phone_changed: contact('phone'),
  mobile_changed: contact('mobile'),
  manager_changed: contact('manager'),
  password_mailed: () => sentence('answers/resetRequests', 'reasonPasswordMailed'),
  linked_unseen: () => sentence('answers/resetRequests', 'reasonLinkedUnseen'),
  second_request: ({ state = 'open' }) => sentence('answers/resetRequests', 'reasonSecondRequest', { state }),
  wrong_codes: ({ count = 0 }) => sentence('answers/resetRequests', 'reasonWrongCodes', { count }),
  check_failed: () => sentence('answers/resetRequests', 'reasonCheckFailed'),
  unknown_network: () => sentence('answers/resetRequests', 'reasonUnknownNetwork'),
  second_browser: () => sentence('answers/resetRequests', 'reasonSecondBrowser'),
  opened_by_staff: () => sentence('answers/resetRequests', 'reasonOpenedByStaff'),
  direct: () => sentence('answers/resetRequests', 'reasonDirect'),
  asked_elsewhere: () => sentence('answers/resetRequests', 'reasonAskedElsewhere'),
  opened_after_refusal: () => sentence('answers/resetRequests', 'reasonOpenedAfterRefusal'),
  staff: ({ role = '' }) => sentence('answers/resetRequests', 'reasonStaff', { role }),
  was_staff: () => sentence('answers/resetRequests', 'reasonWasStaff'),
  sensitive: ({ department }) =>
    department === undefined
      ? sentence('answers/resetRequests', 'reasonSensitive')
      : sentence('answers/resetRequests', 'reasonSensitiveDepartment', { department }),
  was_sensitive: ({ department }) =>
    department === undefined
      ? sentence('answers/resetRequests', 'reasonWasSensitive')
      : sentence('answers/resetRequests', 'reasonWasSensitiveDepartment', { department }),
} satisfies Record<string, (facts: ReasonFacts) => Sentence>;

export type ReasonCode = keyof typeof SENTENCES;

/** Why the tier is what it is, in one sentence. */
export function reasonSentence({ code, facts = {}, sentence: kept }: StoredReason): Sentence | string {
  return kept ?? SENTENCES[code](facts);
}
