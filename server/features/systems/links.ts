import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { rankOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import type { User } from '../../domain/people/people.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUser, userById } from '../../domain/people/store.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import type { SystemAccount } from '../../domain/systems/kind.ts';
import { isSystemLinkTaken, linkedAccounts, removeSystemLink } from '../../domain/systems/linkStore.ts';
import { keepUnlinked } from '../../domain/systems/linkRuleStore.ts';
import { failureSentence } from '../../domain/systems/readFactors.ts';
import { lineFromThere } from '../../domain/systems/rules/names.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import type { NewSystemLink } from './linkKind.ts';
import type { Acting } from './manage.ts';
import { requireSystem } from './requireSystem.ts';

export type ReadUserDetail = (id: string, reading: Reading) => Promise<UserDetail>;

/** How long staff wait for a system to name accounts. */
const LONGEST_MS = 15_000;
/** What is kept of an account's name. */
export const LONGEST_ACCOUNT_NAME = 200;

/** Which account in a connected system is whose: made and removed by administrators up to their own rank. */
export function createSystemLinks(
  deps: Deps,
  { userDetail, linkKind }: { userDetail: ReadUserDetail; linkKind: ChangeKind<NewSystemLink> },
) {
  const { db, systems } = deps;

  async function requireRank(reader: Reader, id: string, actor: Actor): Promise<void> {
    if (rankOf(await rolesOf(reader, deps.keys, id)) > rankOf(actor.roles))
      throw refuse('rank_too_low', { detail: sentence('answers/sso', 'ranksHigher') });
  }

  async function requireTarget(tx: Tx, id: string, actor: Actor): Promise<User> {
    const user = await lockUser(tx, deps, id);
    if (!user) throw noSuchUser();
    await requireRank(tx, id, actor);
    return user;
  }

  /** Asks the system; what it refuses is said in its own sentence. */
  async function asking<T>(
    system: StoredSystem,
    now: number,
    ask: (parts: Asking) => Promise<T>,
  ): Promise<T> {
    try {
      const access = systems.accessTo(system, { now, signal: AbortSignal.timeout(LONGEST_MS) });
      return await ask({ access, kind: systems.kindOf(system.kind) });
    } catch (error) {
      throw refuse('system_failed', { detail: failureSentence(error, system) });
    }
  }

  const accountsOf = (system: StoredSystem, { username, email }: User, now: number) =>
    asking(system, now, ({ kind, access }) => kind.findAccounts(access, { username, email }));

  /** What an account is called there, where it goes by the person's name or address; else that it is there. */
  async function nameOf(system: StoredSystem, user: User, externalId: string, now: number): Promise<string> {
    const accounts = await accountsOf(system, user, now);
    const found = accounts.find((account) => account.externalId === externalId);
    if (found) return found.username;
    await asking(system, now, ({ kind, access }) => kind.factorsOf(access, externalId));
    return externalId;
  }

  return {
    async accounts(
      { id, systemId }: InputOf<'users.systemAccounts'>,
      now: number,
    ): Promise<OutputOf<'users.systemAccounts'>> {
      const user = await userById(db.kysely, id);
      if (!user) throw noSuchUser();
      const system = await requireSystem(db.kysely, systemId);
      return { items: (await accountsOf(system, user, now)).map(shown) };
    },

    async link(
      { id, systemId, externalId: typed }: InputOf<'users.linkSystem'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'users.linkSystem'>> {
      const externalId = typed.trim();
      const user = await userById(db.kysely, id);
      if (!user) throw noSuchUser();
      await requireRank(db.kysely, id, actor);
      const system = await requireSystem(db.kysely, systemId);
      const { url, realm } = system;
      const name = lineFromThere(await nameOf(system, user, externalId, now)).slice(0, LONGEST_ACCOUNT_NAME);
      const input = { userId: id, systemId, url, realm, externalId, externalName: name };
      const proposal = await takenRefused(() =>
        db.transaction(async (tx) => {
          await requireTarget(tx, id, actor);
          const row = { user_id: id, system_id: systemId, external_id: externalId };
          if (await isSystemLinkTaken(tx, row)) throw linkTaken();
          return propose(tx, deps, linkKind, { input, actor, now });
        }),
      );
      deps.events.publish({ kind: 'pending_changes' });
      if (proposal.kept) return keptAs(voice, proposal.kept);
      for (const event of proposal.events) deps.events.publish(event);
      return userDetail(id, { now, voice });
    },

    async unlink(
      { id, linkId }: InputOf<'users.unlinkSystem'>,
      { actor, now, voice }: Acting,
    ): Promise<UserDetail> {
      await db.transaction(async (tx) => {
        const user = await requireTarget(tx, id, actor);
        const account = (await linkedAccounts(tx, id)).find(({ link }) => link.id === linkId);
        if (!account || !(await removeSystemLink(tx, linkId)))
          throw refuse('not_found', { detail: sentence('answers/systems', 'linkGone') });
        const { link, system } = account;
        await keepUnlinked(tx, { userId: id, systemId: system.id, now });
        await appendAudit(tx, deps, {
          at: now,
          action: 'system.unlinked',
          actor: { id: actor.userId, name: actor.name },
          target: { id, name: user.name },
          data: { system: system.name, account: link.external_name, externalId: link.external_id },
        });
        const params = { system: system.name };
        await mailUser(tx, deps, { userId: id, kind: 'system_unlinked', at: now, params });
      });
      deps.events.publish({ kind: 'users', id });
      deps.events.publish({ kind: 'me', id });
      return userDetail(id, { now, voice });
    },
  };
}

interface Asking {
  access: ReturnType<Deps['systems']['accessTo']>;
  kind: ReturnType<Deps['systems']['kindOf']>;
}

/** SECURITY: names from there are shown with what nobody sees in them (S-107). */
const shown = ({ username, email, ...account }: SystemAccount) => ({
  ...account,
  username: lineFromThere(username),
  email: email === null ? null : lineFromThere(email),
});

async function takenRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? linkTaken() : error;
  }
}

function linkTaken(): Refusal {
  return refuse('already_linked', { detail: sentence('answers/systems', 'linkTaken') });
}
