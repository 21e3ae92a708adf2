import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { View } from '../../../contract/operations/views.ts';
import type { Permission } from '../../../contract/permissions.ts';
import { MOST_VIEWS, VIEW_LISTS, type ViewList } from '../../../contract/viewLists.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { SavedViewsTable } from '../../db/schema.ts';
import { lockActiveUser } from '../../domain/people/lockStore.ts';
import { refuse } from '../../refusal.ts';
import { rfc3339 } from '../../time.ts';
import { listQuery } from './query.ts';
import { allViewsOf, changeView, deleteView, insertView, viewsOf } from './store.ts';

const READ_BY: Record<ViewList, Permission> = {
  users: 'users.read',
  reset_requests: 'resets.read',
  audit: 'audit.read',
};

/** Who asks, and what they may read. */
type Viewer = Pick<Actor, 'userId'> & { permissions: ReadonlySet<Permission> };

export type ViewsService = ReturnType<typeof createViewsService>;

/** Views of lists that people keep for themselves: nobody else sees them, and they decide nothing. */
export function createViewsService(deps: Deps) {
  const { db } = deps;
  return {
    async list({ userId, permissions }: Viewer): Promise<OutputOf<'me.views'>> {
      const lists = VIEW_LISTS.filter((list) => permissions.has(READ_BY[list]));
      return { items: lists.length === 0 ? [] : (await viewsOf(db.kysely, userId, lists)).map(toView) };
    },

    create({ userId, permissions }: Viewer, input: InputOf<'me.createView'>, now: number): Promise<View> {
      const { list } = input;
      if (!permissions.has(READ_BY[list]))
        throw refuse('forbidden', { detail: sentence('answers/views', 'notYourList') });
      const view: SavedViewsTable = {
        id: uuidv7(now, deps.random),
        user_id: userId,
        list,
        ...named(input.name),
        query: fitting(list, input.query),
        created_at: now,
      };
      return db.transaction(async (tx) => {
        // Two at once would both find room for one more.
        await lockActiveUser(tx, deps, userId);
        const views = await allViewsOf(tx, userId);
        if (views.length >= MOST_VIEWS)
          throw refuse('too_many_views', {
            detail: sentence('answers/views', 'tooManyViews', { most: MOST_VIEWS }),
          });
        refuseTaken(views, view);
        await insertView(tx, view);
        return toView(view);
      });
    },

    update({ userId }: Viewer, { id, name, query }: InputOf<'me.updateView'>): Promise<View> {
      return db.transaction(async (tx) => {
        await lockActiveUser(tx, deps, userId);
        const views = await allViewsOf(tx, userId);
        const before = views.find((view) => view.id === id);
        if (!before) throw noSuchView();
        const change = {
          ...(name !== undefined && named(name)),
          ...(query !== undefined && { query: fitting(before.list, query) }),
        };
        const after = { ...before, ...change };
        refuseTaken(views, after);
        if (Object.keys(change).length > 0) await changeView(tx, { id, userId }, change);
        return toView(after);
      });
    },

    async remove({ userId }: Viewer, { id }: InputOf<'me.deleteView'>): Promise<void> {
      const isGone = await db.transaction((tx) => deleteView(tx, { id, userId }));
      if (!isGone) throw noSuchView();
    },
  };
}

function named(typed: string): Pick<SavedViewsTable, 'name' | 'name_key'> {
  const name = typed.trim().normalize('NFC');
  return { name, name_key: name.toLowerCase() };
}

function fitting(list: ViewList, typed: string): string {
  const query = listQuery(list, typed);
  if (query !== null) return query;
  const detail = sentence('answers/views', 'notOfThisList');
  throw refuse('invalid_input', { detail, fields: { query: detail } });
}

function refuseTaken(views: readonly SavedViewsTable[], { id, list, name_key, name }: SavedViewsTable): void {
  if (!views.some((view) => view.id !== id && view.list === list && view.name_key === name_key)) return;
  const detail = sentence('answers/views', 'nameTaken', { name });
  throw refuse('name_taken', { detail, fields: { name: detail } });
}

const noSuchView = () => refuse('not_found', { detail: sentence('answers/views', 'noSuchView') });

const toView = ({ id, list, name, query, created_at }: SavedViewsTable): View => ({
  id,
  list,
  name,
  query,
  createdAt: rfc3339(created_at),
});
