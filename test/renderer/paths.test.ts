import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { pages } from '../../renderer/app/routes.tsx';
import { deepLinkTo, paths } from '../../contract/paths.ts';

const ID = '01890c5e-0000-7000-8000-000000000001';

describe('an address of the console', () => {
  const { start, ...others } = paths;
  const builders: [string, (of: never) => string][] = Object.entries(others);
  it.each(builders)('%s opens a page', (_name, path) => {
    const address = path(undefined as never);
    expect([address, matchRoutes(pages, address)?.length]).toEqual([address, 1]);
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
