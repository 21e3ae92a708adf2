import type { CheckKind, CheckOutcome } from '../../contract/operations/resetRequests.ts';

/** Pieces of evidence as people name them. */
export const CHECK_WORDS: Record<CheckKind, string> = {
  request_code: 'Request code',
  call_back: 'Call back',
  manager_confirmation: 'Manager’s confirmation',
  photo_id_video: 'Photo ID by video',
  in_person: 'In person',
  existing_code: 'Valid code with the request',
};

export const OUTCOME_WORDS: Record<CheckOutcome, string> = {
  pass: 'Passed',
  fail: 'Failed',
  no_answer: 'No answer',
};
