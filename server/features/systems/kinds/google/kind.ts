import type Type from 'typebox';
import { accountGone } from '../../../../domain/systems/failure.ts';
import type { SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access, SystemKind } from '../../../../domain/systems/kind.ts';
import { become } from '../become.ts';
import { readGoogleLog } from './log.ts';
import { readGooglePeople } from './people.ts';
import { ask, SECURITY, TOKEN_URL, USERS } from './session.ts';
import { testGoogle } from './test.ts';
import { isOpen, TWO_STEPS, User, userBy } from './users.ts';

/**
 * Google Workspace by its Admin SDK, as a service account that stands for an administrator (docs/systems/google.md). Its factors
 * are all or nothing.
 *
 * @param tokenUrls where an address's tokens are given
 */
export function createGoogle(tokenUrls: Record<string, string>): SystemKind {
  return {
    kind: 'google',
    abilities: {
      namesFactors: false,
      disablesFactors: false,
      holdsAccount: true,
      endsSessions: 'asked',
      log: 'own',
    },
    tokenUrl: (url) => tokenUrls[url] ?? null,
    test: testGoogle,
    readLog: readGoogleLog,
    readPeople: readGooglePeople,

    async findAccounts(access, { username, email }) {
      const { realm } = access;
      const full = username.includes('@') || realm === null ? username : `${username}@${realm}`;
      const names = [...new Set([full, ...(email === null ? [] : [email])])].filter((name) =>
        name.includes('@'),
      );
      const users = new Map<string, Type.Static<typeof User>>();
      for (const name of names) {
        const user = await userBy(access, name);
        const own = user ? [user.primaryEmail, ...(user.aliases ?? [])] : [];
        if (user && own.some((one) => one.toLowerCase() === name.toLowerCase())) users.set(user.id, user);
      }
      return [...users.values()].map((user) => ({
        externalId: user.id,
        username: user.primaryEmail,
        email: user.primaryEmail,
        // It is the mailbox itself, in a domain that the organisation proved to Google.
        emailVerified: user.isGuestUser !== true,
        enabled: isOpen(user),
      }));
    },

    async factorsOf(access, externalId) {
      const user = await userOf(access, externalId);
      if (user.isEnrolledIn2Sv !== true) return [];
      // Which, since when and when it was used last, Google doesn't tell.
      return [
        { id: TWO_STEPS, kind: 'other', name: null, createdAt: null, lastUsedAt: null, stopped: false },
      ];
    },

    async removeFactor(access, externalId) {
      // Of somebody who has none it is refused.
      if ((await userOf(access, externalId)).isEnrolledIn2Sv !== true) return;
      await askOf(access, externalId, SECURITY, { method: 'POST', path: ['twoStepVerification', 'turnOff'] });
    },

    async endSessions(access, externalId) {
      await askOf(access, externalId, SECURITY, { method: 'POST', path: ['signOut'] });
    },

    async isEnabled(access, externalId) {
      return isOpen(await userOf(access, externalId));
    },

    hold: (access, externalId) => suspend(access, externalId, true),
    /** Whether they are led into set-up is the organisation's policy. */
    openForSetup: (access, externalId) => suspend(access, externalId, false),
  };
}

export const google = createGoogle({ 'https://admin.googleapis.com': TOKEN_URL });

function suspend(access: Access, externalId: string, suspended: boolean): Promise<void> {
  return become(access, {
    isSo: async () => ((await userOf(access, externalId)).suspended === true) === suspended,
    change: () => askOf(access, externalId, USERS, { method: 'PATCH', path: [], json: { suspended } }),
  });
}

async function userOf(access: Access, externalId: string): Promise<Type.Static<typeof User>> {
  return (await askOf(access, externalId, USERS, { path: [] })).read(User);
}

async function askOf(access: Access, externalId: string, scope: string, request: SystemRequest) {
  // SECURITY: Google takes an address, too, and the address may be another's tomorrow.
  if (!/^\d{1,40}$/.test(externalId)) throw accountGone(access);
  const path = ['directory', 'v1', 'users', externalId, ...request.path];
  const answer = await ask(access, scope, { ...request, path, accept: [404] });
  if (answer.status === 404) throw accountGone(access);
  return answer;
}
