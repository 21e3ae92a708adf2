import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { deepLinkTo, paths } from '../../contract/paths.ts';
import { auditRoutes } from '../../renderer/features/audit/routes.ts';
import { dashboardRoutes } from '../../renderer/features/dashboard/routes.ts';
import { outboxRoutes } from '../../renderer/features/outbox/routes.ts';
import { policyRoutes } from '../../renderer/features/policy/routes.ts';
import { resetRequestsRoutes } from '../../renderer/features/resetRequests/routes.ts';
import { securitySettingsRoutes } from '../../renderer/features/securitySettings/routes.ts';
import { settingsRoutes } from '../../renderer/features/settings/routes.ts';
import { signInRoutes } from '../../renderer/features/signIn/routes.ts';
import { usersRoutes } from '../../renderer/features/users/routes.ts';

const ID = '01890c5e-0000-7000-8000-000000000001';

const pages = [
  ...auditRoutes,
  ...dashboardRoutes,
  ...outboxRoutes,
  ...policyRoutes,
  ...resetRequestsRoutes,
  ...securitySettingsRoutes,
  ...settingsRoutes,
  ...signInRoutes,
  ...usersRoutes,
];

describe('an address of the console', () => {
  const { start, ...others } = paths;
  const builders: [string, (of: never) => string][] = Object.entries(others);
  it.each(builders)('%s opens a page', (_name, path) => {
    expect(matchRoutes(pages, path(undefined as never))).toHaveLength(1);
  });

  it('at its root leads to where the person starts', () => {
    expect(start()).toBe('/');
  });

  it.each([
    [
      'of a list says what it filters by',
      paths.users({ state: 'on', role: 'auditor' }),
      '/users?state=on&role=auditor',
    ],
    [
      'keeps what stands in a name',
      paths.users({ department: 'R&D, North' }),
      '/users?department=R%26D%2C%20North',
    ],
    ['can ask for people without a department', paths.users({ department: '' }), '/users?department='],
    ['leaves out what is not said', paths.resetRequests({ tier: undefined }), '/reset-requests'],
    [
      'of the queue says the tier',
      paths.resetRequests({ tier: 'elevated' }),
      '/reset-requests?tier=elevated',
    ],
    ['of one request is short', paths.resetRequest(ID), `/reset-requests/${ID}`],
    [
      'remembers where to go on to',
      paths.signIn({ next: '/users?state=on' }),
      '/sign-in?next=%2Fusers%3Fstate%3Don',
    ],
    ['opens the desktop app', deepLinkTo(paths.resetRequest(ID)), `gatehouse://reset-requests/${ID}`],
  ])('%s', (_name, address, text) => {
    expect(address).toBe(text);
  });
});
