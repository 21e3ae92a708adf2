import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import type { Access, Finding } from '../../../../domain/systems/kind.ts';
import { secretEndFinding } from '../../../../domain/systems/secretEnd.ts';
import { AUDIT_RIGHT } from './log.ts';
import { ask, claimsOf } from './session.ts';

const USES = {
  'User.Read.All': 'useOfUserlist',
  'UserAuthenticationMethod.ReadWrite.All': 'useOfManageMethods',
  'User.EnableDisableAccount.All': 'useOfHolding',
  'User.RevokeSessions.All': 'useOfEndingSessions',
  [AUDIT_RIGHT]: 'useOfAuditlog',
} as const;
const NEEDED = Object.keys(USES) as (keyof typeof USES)[];
/** These hold one of the needed rights within them, and are too much for it. */
const WIDER: Record<string, readonly string[]> = {
  'User.Read.All': ['User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  'User.EnableDisableAccount.All': ['User.ReadWrite.All', 'Directory.ReadWrite.All'],
  'User.RevokeSessions.All': ['User.ReadWrite.All', 'Directory.ReadWrite.All'],
};

const Problem = Type.Object({ error: Type.Object({ code: Type.String({ maxLength: 200 }) }) });
const NO_LICENCE = /NonPremiumTenant/i;

/** The rights are read from the client's own token; whether there is a log for this tenant, only asking tells. */
export async function testEntra(access: Access): Promise<Finding[]> {
  const { name, now, secretExpiresOn } = access;
  const { roles } = await claimsOf(access);
  const findings = [
    ...(await rightFindings(access, roles)),
    ...(roles === null || roles.includes(AUDIT_RIGHT) ? await logFindings(access) : []),
    ...(secretExpiresOn === null ? [warning('no_secret_end', 'endUnknown', name)] : []),
    ...secretEndFinding(access, { endsAt: secretExpiresOn, now }),
  ];
  if (findings.some(({ weight }) => weight === 'wrong')) return findings;
  const well = sentence('answers/systems', 'allWell', { name });
  return [{ code: 'ok', weight: 'good', sentence: well }, ...findings];
}

async function rightFindings(access: Access, roles: readonly string[] | null): Promise<Finding[]> {
  const { name } = access;
  if (roles === null) {
    const query = { $select: 'id', $top: '1' };
    await ask(access, { path: ['users'], query, needs: 'User.Read.All' });
    return [warning('rights_unknown', 'rightsUnreadable', name)];
  }
  const isThere = (right: string) => [right, ...(WIDER[right] ?? [])].some((one) => roles.includes(one));
  const findings = NEEDED.filter((right) => !isThere(right)).map((right): Finding => {
    const use = sentence('answers/systems', USES[right]);
    return {
      code: `missing_${right.replaceAll('.', '_').toLowerCase()}`,
      weight: 'wrong',
      sentence: sentence('answers/systems', 'missingRight', { name, right, use }),
    };
  });
  if (roles.includes('UserAuthenticationMethod.ReadWrite.All'))
    findings.push(warning('can_let_in', 'canLetIn', name));
  const tooMany = roles.filter((role) => !(role in USES));
  if (tooMany.length > 0) {
    const rights = { each: tooMany, by: 'and' } as const;
    const words = sentence('answers/systems', 'tooManyRights', { name, rights });
    findings.push({ code: 'too_many_rights', weight: 'warning', sentence: words });
  }
  return findings;
}

async function logFindings(access: Access): Promise<Finding[]> {
  const { name } = access;
  const query = { $top: '1' };
  const answer = await ask(access, { path: ['auditLogs', 'directoryAudits'], query, accept: [403] });
  if (answer.status !== 403) return [];
  if (NO_LICENCE.test(answer.read(Problem).error.code)) return [warning('no_log', 'noLogLicence', name)];
  const use = sentence('answers/systems', 'useOfAuditlog');
  const words = sentence('answers/systems', 'missingRight', { name, right: AUDIT_RIGHT, use });
  return [{ code: 'missing_auditlog_read_all', weight: 'wrong', sentence: words }];
}

const warning = (
  code: string,
  key: 'endUnknown' | 'rightsUnreadable' | 'canLetIn' | 'noLogLicence',
  name: string,
): Finding => ({ code, weight: 'warning', sentence: sentence('answers/systems', key, { name }) });
