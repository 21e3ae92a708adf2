import { FREEZE_SWITCHES, freezeWords } from '../../../contract/freeze.ts';
import { say } from '../../language/say.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../shared/checkWords.ts';
import { SOURCE_WORDS, TIER_LOOK } from '../../shared/requestLook.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { ACTION_OPTIONS } from './actionOptions.ts';
import { t } from './words.ts';

const SECRET_WORDS = {
  none: t('secretNone'),
  set: t('secretSet'),
  'the same': t('secretSame'),
  'another one': t('secretOther'),
};

/** Facts whose values are codes with words. A reason isn't one of them: in other events people wrote it. */
const CODES: Record<string, Readonly<Record<string, string>>> = {
  action: Object.fromEntries(ACTION_OPTIONS.map(({ value, label }) => [value, label.trim()])),
  role: ROLE_WORDS,
  kind: CHECK_WORDS,
  kinds: CHECK_WORDS,
  tooOld: CHECK_WORDS,
  step: { request_code: t('stepRequestCode'), checks: t('stepChecks'), strong: t('stepStrong') },
  checks: CHECK_WORDS,
  outcome: OUTCOME_WORDS,
  source: SOURCE_WORDS,
  tier: {
    standard: TIER_LOOK.standard.label,
    elevated: TIER_LOOK.elevated.label,
    privileged: TIER_LOOK.privileged.label,
  },
  switches: Object.fromEntries(FREEZE_SWITCHES.map((name) => [name, say(freezeWords([name], 'within'))])),
  delivery: { mail: t('byMail'), in_person: t('inPerson') },
  secret: SECRET_WORDS,
  smtpPassword: SECRET_WORDS,
  secure: { tls: 'TLS', starttls: 'STARTTLS', none: t('notEncrypted') },
  via: { password: t('factPassword'), sso: t('areaSso'), mail: t('byMail') },
  purpose: { forgotten: t('forgotten'), set_up: t('setUpLink') },
};

/** The value of a fact in words where it is a code that has some, else as it is. */
export function codeWords(fact: string, value: string): string {
  const words = CODES[fact];
  return words && Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
