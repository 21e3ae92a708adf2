import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import type { Access, Finding } from '../../../../domain/systems/kind.ts';
import { secretEndFinding } from '../../../../domain/systems/secretEnd.ts';
import { ask, ourselves } from './session.ts';

const USES = {
  'okta.users.read': 'useOfUserlist',
  'okta.users.credentials.resetFactors': 'useOfDelete',
  'okta.users.lifecycle.clearSessions': 'useOfEndingSessions',
  'okta.users.lifecycle.suspend': 'useOfHolding',
  'okta.users.lifecycle.unsuspend': 'useOfOpening',
} as const;
type Right = keyof typeof USES;
const NEEDED = Object.keys(USES) as Right[];
const LOG = 'okta.logs.read';

/** What standard roles hold of it; each holds more besides, but the two that only read. */
const ROLES: Record<string, readonly Right[]> = {
  SUPER_ADMIN: NEEDED,
  ORG_ADMIN: NEEDED,
  USER_ADMIN: NEEDED,
  HELP_DESK_ADMIN: [
    'okta.users.read',
    'okta.users.credentials.resetFactors',
    'okta.users.lifecycle.clearSessions',
  ],
  READ_ONLY_ADMIN: ['okta.users.read'],
  REPORT_ADMIN: [],
};
const ONLY_READ = ['READ_ONLY_ADMIN', 'REPORT_ADMIN'];
/** Permissions that hold others. */
const WIDER: Record<string, readonly Right[]> = {
  'okta.users.manage': NEEDED,
  'okta.users.credentials.manage': ['okta.users.credentials.resetFactors'],
  'okta.users.lifecycle.manage': [
    'okta.users.lifecycle.clearSessions',
    'okta.users.lifecycle.suspend',
    'okta.users.lifecycle.unsuspend',
  ],
};

const Known = Type.Optional(Type.String({ maxLength: 300 }));
const Roles = Type.Array(Type.Object({ type: Known, label: Known, status: Known }), { maxItems: 200 });
const Permissions = Type.Object({
  permissions: Type.Optional(Type.Array(Type.Object({ label: Known }), { maxItems: 500 })),
});

/** The roles of whose token it is, where it may read them; whether the log may be read, only asking tells. */
export async function testOkta(access: Access): Promise<Finding[]> {
  const { name, now, secretExpiresOn } = access;
  const us = await ourselves(access);
  const findings = [
    ...(await roleFindings(access, us)),
    ...(await logFindings(access)),
    ...secretEndFinding(access, { endsAt: secretExpiresOn, now }),
  ];
  if (findings.some(({ weight }) => weight === 'wrong')) return findings;
  const well = sentence('answers/systems', 'allWell', { name });
  return [{ code: 'ok', weight: 'good', sentence: well }, ...findings];
}

async function roleFindings(access: Access, us: string): Promise<Finding[]> {
  const { name } = access;
  const granted = await grantedTo(access, us);
  if (granted === null) {
    const words = sentence('answers/systems', 'rolesUnreadable', { name });
    return [{ code: 'rights_unknown', weight: 'warning', sentence: words }];
  }
  const missing = NEEDED.filter((right) => !granted.rights.has(right)).map((right) =>
    missingFinding(name, right, USES[right]),
  );
  if (granted.tooMany.length === 0) return missing;
  const rights = { each: granted.tooMany, by: 'and' } as const;
  const words = sentence('answers/systems', 'tooManyRights', { name, rights });
  return [...missing, { code: 'too_many_rights', weight: 'warning', sentence: words }];
}

/** Null where it may not read that. */
async function grantedTo(
  access: Access,
  us: string,
): Promise<{ rights: Set<string>; tooMany: string[] } | null> {
  const answer = await ask(access, { path: ['users', us, 'roles'], accept: [403] });
  if (answer.status === 403) return null;
  const rights = new Set<string>();
  const tooMany: string[] = [];
  for (const { type = '', label = '', status } of answer.read(Roles)) {
    if (status !== undefined && status !== 'ACTIVE') continue;
    if (type !== 'CUSTOM') {
      for (const right of ROLES[type] ?? []) rights.add(right);
      if (!ONLY_READ.includes(type)) tooMany.push(label || type);
      continue;
    }
    const read = await ask(access, { path: ['iam', 'roles', label, 'permissions'], accept: [403, 404] });
    if (read.status !== 200) return null;
    for (const { label: right = '' } of read.read(Permissions).permissions ?? []) {
      for (const one of [right, ...(WIDER[right] ?? [])]) rights.add(one);
      if (!(right in USES) && right !== LOG) tooMany.push(right);
    }
  }
  return { rights, tooMany };
}

async function logFindings(access: Access): Promise<Finding[]> {
  const answer = await ask(access, { path: ['logs'], query: { limit: '1' }, accept: [403] });
  return answer.status === 403 ? [missingFinding(access.name, LOG, 'useOfAuditlog')] : [];
}

function missingFinding(name: string, right: string, key: (typeof USES)[Right] | 'useOfAuditlog'): Finding {
  const use = sentence('answers/systems', key);
  return {
    code: `missing_${right.replaceAll('.', '_').toLowerCase()}`,
    weight: 'wrong',
    sentence: sentence('answers/systems', 'missingRight', { name, right, use }),
  };
}
