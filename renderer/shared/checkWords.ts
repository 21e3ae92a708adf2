import type { CheckKind, CheckOutcome } from '../../contract/operations/resetRequests.ts';
import { t } from './words.ts';

/** Pieces of evidence as people name them. */
export const CHECK_WORDS: Record<CheckKind, string> = {
  request_code: t('checkRequestCode'),
  call_back: t('checkCallBack'),
  manager_confirmation: t('checkManagerConfirmation'),
  photo_id_video: t('checkPhotoIdVideo'),
  in_person: t('checkInPerson'),
  existing_code: t('checkExistingCode'),
};

export const OUTCOME_WORDS: Record<CheckOutcome, string> = {
  pass: t('outcomePass'),
  fail: t('outcomeFail'),
  no_answer: t('outcomeNoAnswer'),
};
