import { CHECKS } from '../../../contract/checks.ts';
import type { StrongKind } from '../../../contract/checks.ts';
import type { PolicyDocument, Recipe, TierRule } from '../../../contract/operations/policy.ts';
import { CHECK_WORDS } from '../../shared/checkWords.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { counted } from '../../ui/time.ts';

/** `a, b or c`. */
export function listed(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  const end = words.at(-1) ?? '';
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last} ${end}`;
}

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Whom the rule asks, as a list that stands alone. */
export function requiredWords({ scope, roles, departments }: PolicyDocument['required']): string {
  if (scope === 'nobody') return 'Nobody';
  if (scope === 'everyone') return 'Everyone';
  const groups = [...roles.map((role) => `${ROLE_WORDS[role]} (role)`), ...departments];
  return groups.length > 0 ? listed(groups, 'and') : 'Selected, but none chosen yet';
}

/** How a strong check is made, as a list goes on. */
const STRONG_WORDS: Record<StrongKind, string> = {
  in_person: 'in person',
  photo_id_video: 'by photo ID',
  manager_confirmation: 'by the manager',
};

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four'];

/** A recipe as one sentence. */
export function recipeWords({
  kinds,
  count,
  strongCount,
  requestCode,
  existingCodeSuffices,
}: Recipe): string {
  const names = kinds.filter((kind) => !CHECKS[kind].hasOwnSwitch).map((kind) => lower(CHECK_WORDS[kind]));
  const anyOf = `${NUMBERS[count] ?? count} ${count === 1 ? 'of' : 'different of'} ${listed(names)}`;
  const strong =
    strongCount > 0
      ? `, ${lower(NUMBERS[strongCount] ?? '')} of them ${listed(Object.values(STRONG_WORDS))}`
      : '';
  const code = requestCode ? ', and the request code where there is one' : '';
  const existing = existingCodeSuffices ? ' A valid code given with the request is enough.' : '';
  return `${anyOf}${strong}${code}.${existing}`;
}

export const DECIDERS_WORDS: Record<TierRule['deciders'], string> = {
  anyone: 'Anyone who may decide, also who recorded the checks',
  not_a_verifier: 'Someone who recorded no check',
  two: 'Two people who recorded no check',
};

export const NOTICES_WORDS: Record<PolicyDocument['resetNoticesAs'], string> = {
  each: 'One for each, at once',
  digest: 'Once an hour, of those that nobody has claimed',
};

export const holdWords = (hours: number) =>
  hours === 0 ? 'None: the reset happens at once' : counted(hours, 'hour');
export const graceWords = (days: number) => (days === 0 ? 'None' : counted(days, 'day'));
export const switchWords = (on: boolean) => (on ? 'On' : 'Off');
