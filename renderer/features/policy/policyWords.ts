import { CHECKS } from '../../../contract/checks.ts';
import type { StrongKind } from '../../../contract/checks.ts';
import type { Tier } from '../../../contract/operations/resetRequestSchemas.ts';
import type { PolicyDocument, Recipe, TierRule } from '../../../contract/operations/policy.ts';
import { allOf, anyOf } from '../../language/intl.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { t } from './words.ts';

/** Whom the rule asks, as a list that stands alone. */
export function requiredWords({ scope, roles, departments }: PolicyDocument['required']): string {
  if (scope === 'nobody') return t('nobody');
  if (scope === 'everyone') return t('everyone');
  const groups = [...roles.map((role) => t('roleInList', { role: ROLE_WORDS[role] })), ...departments];
  return groups.length > 0 ? allOf(groups) : t('noneChosenYet');
}

/** How a strong check is made, as a list goes on. */
const STRONG_WORDS: Record<StrongKind, string> = {
  in_person: t('strongInPerson'),
  photo_id_video: t('strongPhotoId'),
  manager_confirmation: t('strongManager'),
};

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** A recipe as one sentence. */
export function recipeWords({
  kinds,
  count,
  strongCount,
  requestCode,
  existingCodeSuffices,
}: Recipe): string {
  const names = kinds.filter((kind) => !CHECKS[kind].hasOwnSwitch).map((kind) => t('checkInList', { kind }));
  return t('evidence', {
    count,
    kinds: anyOf(names),
    strong: strongCount,
    ways: anyOf(Object.values(STRONG_WORDS)),
    code: yesOrNo(requestCode),
    existing: yesOrNo(existingCodeSuffices),
  });
}

export const TIER_TITLES: Record<Tier, string> = {
  standard: t('standardRequests'),
  elevated: t('elevatedRequests'),
  privileged: t('privilegedRequests'),
};

export const DECIDERS_WORDS: Record<TierRule['deciders'], string> = {
  anyone: t('anyoneDecides'),
  not_a_verifier: t('nonVerifierDecides'),
  two: t('twoDecide'),
};

export const NOTICES_WORDS: Record<PolicyDocument['resetNoticesAs'], string> = {
  each: t('noticeForEach'),
  digest: t('noticeDigest'),
};

export const holdWords = (hours: number) => (hours === 0 ? t('noHold') : t('hours', { count: hours }));
export const graceWords = (days: number) => (days === 0 ? t('none') : t('days', { count: days }));
export const switchWords = (on: boolean) => (on ? t('on') : t('off'));
