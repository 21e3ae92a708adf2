import { describe, expect, it } from 'vitest';
import { RANK, ROLES } from '../../../contract/permissions.ts';
import { changeRefusal, roleChange, roleRefusal } from '../../../server/features/users/rules/roleChange.ts';

const staffRoles = ROLES.filter((role) => role !== 'user');
const pairs = ROLES.flatMap((actor) => ROLES.map((target) => [actor, target] as const));

describe('S-42: every pair of roles', () => {
  it.each(pairs)('%s gives %s at most up to their own rank', (actorRole, role) => {
    const acting = {
      actor: { userId: 'actor', roles: ['user' as const, actorRole] },
      target: { userId: 'target', roles: ['user' as const] },
    };
    const allowed = role === 'user' || RANK[role] <= RANK[actorRole];
    for (const held of [[], [role]] as const) {
      const change = roleChange(held, held.length > 0 ? [] : [role]);
      expect(roleRefusal(acting, change)).toBe(allowed ? null : 'rank_too_low');
    }
  });

  it.each(pairs)('%s changes an account of %s only where that ranks no higher', (actorRole, targetRole) => {
    const acting = {
      actor: { userId: 'actor', roles: [actorRole] },
      target: { userId: 'target', roles: [targetRole] },
    };
    const expected = RANK[targetRole] > RANK[actorRole] ? 'rank_too_low' : null;
    expect(changeRefusal(acting, { status: false })).toBe(expected);
    expect(changeRefusal(acting, { status: true })).toBe(expected);
    // Giving even the lowest role to somebody who ranks higher is refused, too.
    const change = { granted: ['auditor' as const], revoked: [] };
    const ranks = Math.max(RANK[targetRole], RANK.auditor);
    expect(roleRefusal(acting, change)).toBe(ranks > RANK[actorRole] ? 'rank_too_low' : null);
  });

  it.each(staffRoles)('nobody gives or takes %s of themselves', (role) => {
    const self = { userId: 'self', roles: ['administrator' as const] };
    const acting = { actor: self, target: self };
    expect(roleRefusal(acting, { granted: [role], revoked: [] })).toBe('own_account');
    expect(roleRefusal(acting, { granted: [], revoked: [role] })).toBe('own_account');
    expect(changeRefusal(acting, { status: true })).toBe('own_account');
    expect(changeRefusal(acting, { status: false })).toBeNull();
  });

  it('the operator of the server may give any role', () => {
    expect(roleRefusal({ actor: null, target: null }, { granted: [...staffRoles], revoked: [] })).toBeNull();
  });
});

describe('roles that change', () => {
  it('are the difference; `user` is everybody’s', () => {
    expect(roleChange(['user', 'auditor'], ['help_desk'])).toEqual({
      granted: ['help_desk'],
      revoked: ['auditor'],
    });
    expect(roleChange(['user'], ['user', 'help_desk', 'help_desk']).granted).toEqual(['help_desk']);
    expect(roleChange(['user'], [])).toEqual({ granted: [], revoked: [] });
  });
});
