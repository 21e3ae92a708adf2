import { sentence } from '../../../contract/words/sentence.ts';
import { OPTIONAL_FIELDS, optionalFields } from '../../../contract/importFields.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { UserDetail, UserFactors } from '../../../contract/operations/userSchemas.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { cutPage, keysOfCursor } from '../../db/page.ts';
import { refuse } from '../../refusal.ts';
import { historyOf } from '../../domain/audit/history.ts';
import { sendSetUpLinks } from '../../domain/passwordLinks/sendSetUpLinks.ts';
import { frozenRefusal } from '../../domain/settings/frozen.ts';
import { keptAs } from '../../domain/pendingChanges/propose.ts';
import type { LinkingOfMany } from '../../domain/systems/linkingOfMany.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { exemptIds } from '../../domain/policy/exemptions.ts';
import { addUser } from './add.ts';
import { listDepartments } from './departments.ts';
import { userDetail } from './detail.ts';
import { userFactors } from './factors.ts';
import { exportUsers } from './export.ts';
import { createHrConfirmation } from './import/fromHr.ts';
import { typedGone } from './import/gone.ts';
import type { Agrees } from './import/gone.ts';
import { importUsers } from './import/importUsers.ts';
import type { ImportInput } from './import/importUsers.ts';
import { readMapping } from './import/readMapping.ts';
import { fewWords, filterConditions, orderOf, RECENT_FIRST } from './listQuery.ts';
import type { UserFilters } from '../../../contract/operations/users.ts';
import { mfaPlaces } from './mfaPlaces.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { peopleById, userById } from '../../domain/people/store.ts';
import { rolesOfMany } from '../../domain/people/roleStore.ts';
import { toUserRow } from '../../domain/people/rows.ts';
import { conditionOf, findBy, isFound } from '../../domain/people/search/store.ts';
import type { Finding } from '../../domain/people/search/store.ts';
import { countUsers, departmentCounts, idsWhere, mostRelevant, usersPage } from './store.ts';
import { requireFewLinks } from './setUpLinks.ts';
import type { Expression, SqlBool } from 'kysely';
import type { Order } from './listQuery.ts';
import type { MergedPolicy } from './mergedPolicy.ts';
import { previewPeople } from './fromSystem/preview.ts';
import { withMfaElsewhere } from './systemsOf.ts';
import { createPeopleReading } from './fromSystem/reading.ts';
import type { ReadingParts } from './fromSystem/reading.ts';
import { createSuspension } from './suspensions.ts';
import { updateUser } from './update.ts';
import { peopleJobs } from './jobs/kinds.ts';
import { createAskedInvitations } from './sendAsked.ts';

const DEFAULT_LIMIT = 50;

// An alias, not an interface: the services' type is made from it and must be nameable elsewhere.
type Acting = Reading & { actor: Actor };

export type UsersService = ReturnType<typeof createUsersService>;

/** Of equal problems in an imported file: so many are shown, the others are in the download. */
const ROWS_OF_GROUP = 100;

/** People: the list, their pages, changes, import and export. */
export function createUsersService(
  deps: Deps,
  {
    resets,
    linking,
    heldIn,
    policy: merged,
  }: ReadingParts & { linking: LinkingOfMany; policy: MergedPolicy },
) {
  const { db } = deps;
  const suspension = createSuspension(deps, resets);
  const fromHr = createHrConfirmation(deps);

  function publish(id?: string): void {
    deps.events.publish({ kind: 'users', id });
    if (id !== undefined) deps.events.publish({ kind: 'me', id });
  }

  interface PageInput {
    reader: Reader;
    finding: Finding | null;
    conditions: Expression<SqlBool>[];
    limit: number;
    cursor: string | undefined;
  }

  /** What a search finds, the best first. */
  async function relevantPage(finding: Finding, { reader, conditions, limit, cursor }: PageInput) {
    const after = cursor === undefined ? null : keysOfCursor(cursor, ['number', ...RECENT_FIRST.shape]);
    const found = await mostRelevant(reader, finding, { conditions, after, limit });
    const keysOf = ({ rank, user }: (typeof found)[number]) => [rank, ...RECENT_FIRST.keysOf(user)];
    const { shown, nextCursor } = cutPage(found, limit, keysOf);
    return { users: shown.map(({ user }) => user), nextCursor };
  }

  async function orderedPage(order: Order, { reader, finding, conditions, limit, cursor }: PageInput) {
    const after = cursor === undefined ? null : keysOfCursor(cursor, order.shape);
    const all = finding ? [...conditions, conditionOf(await finding.all())] : conditions;
    const found = await usersPage(reader, { conditions: all, order, after, limit });
    const { shown: users, nextCursor } = cutPage(found, limit, order.keysOf);
    return { users, nextCursor };
  }

  return {
    changeKinds: [suspension, fromHr],

    async list(input: InputOf<'users.list'>, now: number): Promise<OutputOf<'users.list'>> {
      const words = fewWords(input);
      const policy = await currentPolicy(db.kysely);
      const limit = input.limit ?? DEFAULT_LIMIT;
      const conditions = filterConditions(input, policy.document, now);
      const apart = exemptIds(policy.document, now);
      // In order and without a filter a page is read off an index.
      const reader = words.length > 0 || conditions.length > 0 ? db.lists : db.kysely;
      const finding = words.length > 0 ? findBy({ kysely: reader, dialect: db.dialect }, words, input) : null;
      const total = await countUsers(reader, input, { finding, conditions, apart });
      const page = { reader, finding, conditions, limit, cursor: input.cursor };
      const { users, nextCursor } =
        finding && input.sort === undefined
          ? await relevantPage(finding, page)
          : await orderedPage(orderOf(input.sort ?? 'name'), page);
      const roles = await rolesOfMany(
        db.kysely,
        deps.keys,
        users.map((user) => user.id),
      );
      const rows = users.map((user) => toUserRow(user, roles.get(user.id) ?? ['user'], policy, now));
      const items = input.also === 'mfaElsewhere' ? await withMfaElsewhere(db.kysely, rows) : rows;
      return { items, nextCursor, total };
    },

    jobKinds: peopleJobs(deps, resets, merged),

    /** Ids of everybody whom a list with these filters has, in order. */
    async idsOf(filters: UserFilters, now: number): Promise<string[]> {
      const words = fewWords(filters);
      const policy = await currentPolicy(db.kysely);
      const conditions = filterConditions(filters, policy.document, now);
      if (words.length > 0) conditions.push(isFound(words));
      return idsWhere(db.long, conditions);
    },

    asked: createAskedInvitations(deps),

    reading: createPeopleReading(deps, { resets, heldIn }),

    previewPeople: (id: string, reading: Reading) => previewPeople(deps, { heldIn }, id, reading),

    mfaPlaces: () => mfaPlaces(db.long),

    departments: async () => ({ items: await departmentCounts(db.kysely) }),

    departmentsSaid: () => listDepartments(db.kysely),

    get: (id: string, reading: Reading): Promise<UserDetail> => userDetail(db.kysely, deps.keys, id, reading),

    factors: (id: string, reading: Reading): Promise<UserFactors> => userFactors(deps, id, reading),

    async named(ids: readonly string[]): Promise<OutputOf<'users.named'>> {
      const people = await peopleById(db.kysely, ids);
      const roles = await rolesOfMany(
        db.kysely,
        deps.keys,
        people.map(({ id }) => id),
      );
      return {
        items: people.map((person) => ({
          ...person,
          roles: roles.get(person.id) ?? ['user'],
          external: person.external === 1,
        })),
      };
    },

    async create(input: InputOf<'users.create'>, { actor, now, voice }: Acting): Promise<UserDetail> {
      const id = await db.transaction((tx) => addUser(tx, deps, { actor, input, now }));
      publish(id);
      return userDetail(db.kysely, deps.keys, id, { now, voice });
    },

    async update(
      input: InputOf<'users.update'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'users.update'>> {
      const parts = { resets, suspension };
      const { kept } = await db.transaction((tx) => updateUser(tx, deps, parts, { actor, input, now }));
      if (kept) {
        deps.events.publish({ kind: 'pending_changes' });
        return keptAs(voice, kept);
      }
      publish(input.id);
      return userDetail(db.kysely, deps.keys, input.id, { now, voice });
    },

    /** A new link for someone who has no password yet; the old one ends. Others use *Forgot password*. */
    async sendSetUpLink(id: string, { actor, now, voice }: Acting): Promise<UserDetail> {
      await db.transaction(async (tx) => {
        const frozen = await lockFreeze(tx, deps, 'setups');
        const user = await userById(tx, id);
        if (!user) throw noSuchUser();
        if (frozen) throw frozenRefusal('setups');
        if (user.status !== 'active') {
          throw refuse('forbidden', { detail: sentence('answers/users', 'suspendedReinstate') });
        }
        if (user.password_hash !== null || user.external === 1) {
          throw refuse('forbidden', {
            detail: sentence('answers/users', 'canSignIn'),
          });
        }
        await requireFewLinks(tx, deps, actor, now);
        await sendSetUpLinks(tx, deps, { people: [{ user, again: true }], by: actorPerson(actor), now });
      });
      publish(id);
      return userDetail(db.kysely, deps.keys, id, { now, voice });
    },

    /** By the operator, on the server's machine. `agrees`: that everybody is in the file, and its objection to a number who are not. */
    importFile: ({ agrees, ...input }: Omit<ImportInput, 'actor' | 'whole'> & { agrees: Agrees | null }) =>
      importUsers(deps, { ...input, actor: null, whole: agrees && { resets, agrees } }),

    async import(
      input: InputOf<'users.import'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'users.import'>> {
      const result = await importUsers(deps, {
        content: input.content,
        dryRun: input.dryRun ?? false,
        country: input.country,
        mapping: input.mapping === undefined ? undefined : readMapping(input.mapping),
        leavesOut: input.leaveOutBadValues ? OPTIONAL_FIELDS : optionalFields(input.leaveOut ?? ''),
        grouped: input.grouped ? { rows: ROWS_OF_GROUP } : null,
        invites: input.invite ?? true,
        fromHr: input.fromHr ? fromHr : null,
        whole: input.whole ? { resets, agrees: typedGone(input.confirmGone) } : null,
        accounts: input.system === undefined ? null : { systemId: input.system, linking },
        actor,
        now,
        voice,
      });
      if (result.pendingChange ?? result.pendingLinks) deps.events.publish({ kind: 'pending_changes' });
      if (result.imported > 0 && !input.dryRun) publish();
      return result;
    },

    export(input: InputOf<'users.export'>, now: number): AsyncIterable<string> {
      return exportUsers(db.lists, deps.keys, { filters: input, words: fewWords(input) }, now);
    },

    async history(input: InputOf<'users.history'>): Promise<OutputOf<'users.history'>> {
      if (!(await userById(db.kysely, input.id))) throw noSuchUser();
      return historyOf(db.kysely, input.id, input);
    },
  };
}
