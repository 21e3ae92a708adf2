import { sentence } from '../../../../../contract/words/sentence.ts';
import type { Access, Finding } from '../../../../domain/systems/kind.ts';
import { secretEndFinding } from '../../../../domain/systems/secretEnd.ts';
import { DEVICES, rightTo } from './devices.ts';
import { ask, ourselves } from './session.ts';

const CHANGE_USERS = 'authentik_core.change_user';
const devices = (act: 'view' | 'delete', use: 'useOfViewUsers' | 'useOfDelete') =>
  Object.keys(DEVICES).map((device) => [rightTo(act, device), use] as const);
const USES = Object.fromEntries([
  ['authentik_core.view_user', 'useOfUserlist'] as const,
  [CHANGE_USERS, 'useOfHolding'] as const,
  ['authentik_core.view_authenticatedsession', 'useOfEndingSessions'] as const,
  ['authentik_core.delete_authenticatedsession', 'useOfEndingSessions'] as const,
  ['authentik_events.view_event', 'useOfAuditlog'] as const,
  ...devices('view', 'useOfViewUsers'),
  ...devices('delete', 'useOfDelete'),
]);
/** Reading what one may do. */
const WELCOME = ['auth.view_permission'];
/** More are counted, not named. */
const NAMED = 6;

/** The rights are those of the account's own roles, which it may read. */
export async function testAuthentik(access: Access): Promise<Finding[]> {
  const { name, now, secretExpiresOn } = access;
  const { isSuperuser, rights } = await ourselves(access);
  const missing = Object.keys(USES).filter((right) => !isSuperuser && !rights.has(right));
  const findings: Finding[] = Object.entries(USES)
    .filter(([right]) => missing.includes(right))
    .map(([right, key]) => ({
      code: `missing_${right.replace('.', '_')}`,
      weight: 'wrong',
      sentence: sentence('answers/systems', 'missingRight', {
        name,
        right,
        use: sentence('answers/systems', key),
      }),
    }));
  if (missing.length === 0) {
    // That a right is there is what the roles say; that asking works is seen by asking.
    const query = { page_size: '1' };
    await ask(access, 'authentik_events.view_event', { path: ['events', 'events'], query });
  }
  if (isSuperuser || rights.has(CHANGE_USERS))
    findings.push(warning('can_change_users', 'canChangeUsers', name));
  if (isSuperuser) findings.push(warning('too_many_rights', 'isSuperuser', name));
  else findings.push(...tooMany(name, [...rights]));
  if (secretExpiresOn === null) findings.push(warning('no_secret_end', 'endUnknown', name));
  findings.push(...secretEndFinding(access, { endsAt: secretExpiresOn, now }));
  if (findings.some(({ weight }) => weight === 'wrong')) return findings;
  const well = sentence('answers/systems', 'allWell', { name });
  return [{ code: 'ok', weight: 'good', sentence: well }, ...findings];
}

function tooMany(name: string, rights: readonly string[]): Finding[] {
  const unneeded = rights.filter((right) => !(right in USES) && !WELCOME.includes(right));
  if (unneeded.length === 0) return [];
  const named = { each: unneeded.slice(0, NAMED), by: 'and' } as const;
  const others = Math.max(unneeded.length - NAMED, 0);
  const words = sentence('answers/systems', 'tooManyInRole', { name, rights: named, others });
  return [{ code: 'too_many_rights', weight: 'warning', sentence: words }];
}

const warning = (
  code: string,
  key: 'canChangeUsers' | 'isSuperuser' | 'endUnknown',
  name: string,
): Finding => ({ code, weight: 'warning', sentence: sentence('answers/systems', key, { name }) });
