import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { Access, Finding } from '../../../../domain/systems/kind.ts';
import { secretEndFinding } from '../../../../domain/systems/secretEnd.ts';
import { ask, askForToken, AUDIT, SECURITY, USERS } from './session.ts';
import { userBy } from './users.ts';

const USES = {
  [USERS]: 'useOfUsersScope',
  [SECURITY]: 'useOfSecurityScope',
  [AUDIT]: 'useOfAuditlog',
} as const;
const NEEDED = Object.keys(USES) as (keyof typeof USES)[];
/** Asked for to see whether they are granted, too. */
const NOT_NEEDED = [
  'https://mail.google.com/',
  'https://www.googleapis.com/auth/drive',
  'https://www.googleapis.com/auth/cloud-platform',
  'https://www.googleapis.com/auth/admin.directory.group',
  'https://www.googleapis.com/auth/admin.directory.rolemanagement',
];
const NOT_GRANTED = 'unauthorized_client';

/** Each scope is asked for by itself; what the administrator's role holds is seen by asking, as far as nothing is changed by it. */
export async function testGoogle(access: Access): Promise<Finding[]> {
  const { name, now, secretExpiresOn } = access;
  const missing: string[] = [];
  for (const scope of NEEDED) if (!(await isGranted(access, scope))) missing.push(scope);
  const findings = NEEDED.filter((scope) => missing.includes(scope)).map((scope): Finding => {
    const use = sentence('answers/systems', USES[scope]);
    return {
      code: `missing_${scope.replace(/^.*\/auth\//, '').replaceAll('.', '_')}`,
      weight: 'wrong',
      sentence: sentence('answers/systems', 'missingScope', { name, right: scope, use }),
    };
  });
  if (!missing.includes(USERS)) findings.push(...(await administratorFindings(access)));
  if (!missing.includes(AUDIT)) await askLog(access);
  findings.push(
    ...(await tooManyFindings(access)),
    ...secretEndFinding(access, { endsAt: secretExpiresOn, now }),
  );
  if (findings.some(({ weight }) => weight === 'wrong')) return findings;
  const well = sentence('answers/systems', 'scopesWell', { name });
  return [{ code: 'ok', weight: 'good', sentence: well }, ...findings];
}

async function isGranted(access: Access, scope: string): Promise<boolean> {
  const { status } = await askForToken(access, scope);
  if (status === null || status === NOT_GRANTED) return status === null;
  const { name } = access;
  throw new SystemFailure('not_allowed', sentence('answers/systems', 'keyRefused', { name }));
}

async function administratorFindings(access: Access): Promise<Finding[]> {
  const { name, clientId } = access;
  const administrator = clientId ?? '?';
  const user = await userBy(access, administrator);
  if (!user) {
    const words = sentence('answers/systems', 'noSuchAdministrator', { name, administrator });
    return [{ code: 'unknown_administrator', weight: 'wrong', sentence: words }];
  }
  if (user.isAdmin !== true) return [];
  const words = sentence('answers/systems', 'isSuperAdministrator', { name, administrator });
  return [{ code: 'too_many_roles', weight: 'warning', sentence: words }];
}

async function askLog(access: Access): Promise<void> {
  const path = ['reports', 'v1', 'activity', 'users', 'all', 'applications', 'admin'];
  await ask(access, AUDIT, { path, query: { maxResults: '1' } });
}

async function tooManyFindings(access: Access): Promise<Finding[]> {
  const granted: string[] = [];
  for (const scope of NOT_NEEDED) if (await isGranted(access, scope)) granted.push(scope);
  if (granted.length === 0) return [];
  const rights = { each: granted, by: 'and' } as const;
  const words = sentence('answers/systems', 'tooManyRights', { name: access.name, rights });
  return [{ code: 'too_many_rights', weight: 'warning', sentence: words }];
}
