import { CHECKS, isStrong } from '../../../contract/checks.ts';
import type { CheckKind, StrongKind } from '../../../contract/checks.ts';
import type { PolicyDocument, Recipe, TierRule } from '../../../contract/operations/policy.ts';
import { allOf, anyOf } from '../../language/intl.ts';
import { CHECK_WORDS } from '../../shared/checkWords.ts';
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

/** A check, and whether it is a strong one. */
export const checkWords = (kind: CheckKind) =>
  isStrong(kind) ? t('strongCheck', { check: CHECK_WORDS[kind] }) : CHECK_WORDS[kind];

/** The same beside a list of the checks. */
export const neededWords = ({ count, strongCount, requestCode, existingCodeSuffices }: Recipe) =>
  t('neededChecks', {
    count,
    strong: strongCount,
    code: yesOrNo(requestCode),
    existing: yesOrNo(existingCodeSuffices),
  });

export const DECIDERS_WORDS: Record<TierRule['deciders'], string> = {
  anyone: t('anyoneDecides'),
  not_a_verifier: t('nonVerifierDecides'),
  two: t('twoDecide'),
};

export const DECIDERS = ['anyone', 'not_a_verifier', 'two'] as const;
/** The same where a sentence beside it says what it takes. */
export const DECIDERS_SHORT: typeof DECIDERS_WORDS = {
  anyone: t('anyoneShort'),
  not_a_verifier: t('nonVerifierShort'),
  two: t('twoShort'),
};

export const NOTICES_WORDS: Record<PolicyDocument['resetNoticesAs'], string> = {
  each: t('noticeForEach'),
  digest: t('noticeDigest'),
};

/** The same where a sentence beside it says what follows. */
export const NOTICES_SHORT: typeof NOTICES_WORDS = {
  each: t('noticeAtOnce'),
  digest: t('noticeHourly'),
};

export const holdWords = (hours: number) => (hours === 0 ? t('noHold') : t('hours', { count: hours }));
/** A length that is set in minutes: 1,440 of them are a day to nobody who reads it. */
export const minutesWords = (minutes: number) =>
  minutes > 0 && minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
/** How many resets are too many; null follows from the last weeks. */
export const ceilingWords = (count: number | null) =>
  count === null ? t('ceilingFromUsual') : t('ceilingSetTo', { count });
export const graceWords = (days: number) => (days === 0 ? t('none') : t('days', { count: days }));
export const switchWords = (on: boolean) => (on ? t('on') : t('off'));
