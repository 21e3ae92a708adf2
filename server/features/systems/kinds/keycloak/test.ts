import { Buffer } from 'node:buffer';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { Access, Finding } from '../../../../domain/systems/kind.ts';
import { secretEndFinding } from '../../../../domain/systems/secretEnd.ts';
import { ask, tokenFor } from './session.ts';

const USES = {
  'view-users': 'useOfViewUsers',
  'manage-users': 'useOfManageUsers',
  'view-events': 'useOfViewEvents',
} as const;
const NEEDED = Object.keys(USES) as (keyof typeof USES)[];
/** What `view-users` brings with it. */
const WITH_THEM = ['query-users', 'query-groups'];

const Claims = Type.Object({
  resource_access: Type.Optional(
    Type.Object({
      'realm-management': Type.Optional(
        Type.Object({ roles: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 }) }),
      ),
    }),
  ),
});
const EventsConfig = Type.Object({ eventsEnabled: Type.Boolean(), adminEventsEnabled: Type.Boolean() });

/** The rights are read from the client's own token, because no question tells `manage-users` without using it. */
export async function testKeycloak(access: Access): Promise<Finding[]> {
  const { name, now, secretExpiresOn } = access;
  const roles = rolesIn(await tokenFor(access));
  const findings = [
    ...(await rightFindings(access, roles)),
    ...(await logFindings(access)),
    ...secretEndFinding(access, { endsAt: secretExpiresOn, now }),
  ];
  if (findings.some(({ weight }) => weight === 'wrong')) return findings;
  return [
    { code: 'ok', weight: 'good', sentence: sentence('answers/systems', 'allWell', { name }) },
    ...findings,
  ];
}

async function rightFindings(access: Access, roles: readonly string[] | null): Promise<Finding[]> {
  const { name } = access;
  if (roles === null) {
    await ask(access, { path: ['users'], query: { max: '1' }, needs: 'view-users' });
    const words = sentence('answers/systems', 'rightUnknown', { name });
    return [{ code: 'rights_unknown', weight: 'warning', sentence: words }];
  }
  const isAll = roles.includes('realm-admin');
  const missing = isAll ? [] : NEEDED.filter((right) => !roles.includes(right));
  const tooMany = roles.filter((role) => !(role in USES) && !WITH_THEM.includes(role));
  const findings = missing.map((right): Finding => {
    const use = sentence('answers/systems', USES[right]);
    return {
      code: `missing_${right.replace('-', '_')}`,
      weight: 'wrong',
      sentence: sentence('answers/systems', 'missingRight', { name, right, use }),
    };
  });
  if (isAll || roles.includes('manage-users')) {
    const words = sentence('answers/systems', 'canSetPasswords', { name });
    findings.push({ code: 'can_set_passwords', weight: 'warning', sentence: words });
  }
  if (tooMany.length > 0) {
    const rights = { each: tooMany, by: 'and' } as const;
    const words = sentence('answers/systems', 'tooManyRights', { name, rights });
    findings.push({ code: 'too_many_rights', weight: 'warning', sentence: words });
  }
  return findings;
}

async function logFindings(access: Access): Promise<Finding[]> {
  const { name } = access;
  try {
    const config = (await ask(access, { path: ['events', 'config'], needs: 'view-events' })).read(
      EventsConfig,
    );
    const off = (code: string, key: 'noAdminLog' | 'noUserLog'): Finding => ({
      code,
      weight: 'warning',
      sentence: sentence('answers/systems', key, { name }),
    });
    return [
      ...(config.adminEventsEnabled ? [] : [off('no_admin_log', 'noAdminLog')]),
      ...(config.eventsEnabled ? [] : [off('no_user_log', 'noUserLog')]),
    ];
  } catch (error) {
    // That the right is missing is said with the rights.
    if (error instanceof SystemFailure && error.code === 'not_allowed') return [];
    throw error;
  }
}

/** Null where the token isn't one that tells. It came from the system itself, and decides nothing. */
function rolesIn(token: string): readonly string[] | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (!Value.Check(Claims, claims)) return null;
    return claims.resource_access?.['realm-management']?.roles ?? [];
  } catch {
    return null;
  }
}
