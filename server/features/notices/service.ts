import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { MOST_OF_A_KIND } from '../../../contract/operations/notices.ts';
import type { NoticeGroup } from '../../../contract/operations/notices.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { peopleById } from '../../domain/people/store.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { endingSoon, endOf } from '../../domain/policy/exemptions.ts';
import { noteSeen, seenBy } from './seenStore.ts';

interface Acting extends Reading {
  actor: Actor;
}

/** The lists behind the notices, by whoever answers for them: a number here is the number there. */
export interface NoticeSources {
  requests: (
    input: InputOf<'resetRequests.list'>,
    now: number,
    actor: Actor,
  ) => Promise<Pick<OutputOf<'resetRequests.list'>, 'items' | 'total'>>;
  changes: (
    input: InputOf<'pendingChanges.list'>,
    acting: Acting,
  ) => Promise<OutputOf<'pendingChanges.list'>>;
  /** What isn't in order; may be as old as a minute. */
  findings: (reading: Reading) => Promise<Pick<OutputOf<'settings.doctor'>, 'findings'>>;
}

type Told = Omit<NoticeGroup['items'][number], 'isNew'>;
interface Kind {
  kind: NoticeGroup['kind'];
  /** Who lacks it is told nothing of this kind. */
  permission: Permission;
  read: (acting: Acting) => Promise<{ total: NoticeGroup['total']; items: Told[] }>;
}

export type NoticesService = ReturnType<typeof createNoticesService>;

/** What waits for somebody, wherever it does. */
export function createNoticesService({ db }: Pick<Deps, 'db'>, sources: NoticeSources) {
  const kinds: readonly Kind[] = [
    { kind: 'waiting', permission: 'resets.verify', read: (acting) => requests(acting, { waiting: true }) },
    { kind: 'handed', permission: 'resets.verify', read: (acting) => requests(acting, { handed: true }) },
    { kind: 'change', permission: 'changes.decide', read: changes },
    { kind: 'exemption', permission: 'policy.write', read: exemptions },
    { kind: 'trouble', permission: 'settings.write', read: troubles },
  ];

  async function requests({ now, actor }: Acting, of: { waiting: true } | { handed: true }) {
    const page = { state: 'pending', limit: MOST_OF_A_KIND, ...of } as const;
    const { items, total } = await sources.requests(page, now, actor);
    return {
      total,
      items: items.map(({ id, user, openedAt, handed, suspectedAttack, state }): Told => {
        const given = 'handed' in of ? handed : undefined;
        const news = given ? given.at : suspectedAttack ? 'attack' : state;
        return {
          key: `${id} ${news}`,
          subject: user.name,
          id,
          at: given?.at ?? openedAt,
          by: given?.by?.name ?? null,
          ...(suspectedAttack && { attack: true }),
        };
      }),
    };
  }

  async function changes(acting: Acting) {
    const { items } = await sources.changes({}, acting);
    const mine = items.filter(({ mayApprove }) => mayApprove.allowed);
    return all(
      mine.map(({ id, summary, requestedBy, requestedAt }) => ({
        key: id,
        subject: summary,
        id: null,
        at: requestedAt,
        by: requestedBy.name,
      })),
    );
  }

  async function exemptions({ now }: Acting) {
    const { document } = await currentPolicy(db.kysely);
    const ending = endingSoon(document, now).toSorted((a, b) => endOf(a) - endOf(b));
    const people = await peopleById(
      db.kysely,
      ending.map(({ userId }) => userId),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return all(
      ending.flatMap((exemption) => {
        const subject = names.get(exemption.userId);
        const at = rfc3339(endOf(exemption));
        const { userId: id } = exemption;
        return subject === undefined ? [] : [{ key: `${id} ${at}`, subject, id, at, by: null }];
      }),
    );
  }

  async function troubles(acting: Acting) {
    const { findings } = await sources.findings(acting);
    const before = (code: string, index: number) =>
      findings.slice(0, index).filter((one) => one.code === code).length;
    return all(
      findings.map(({ code, sentence }, index) => ({
        // Of the same code several, as of two systems.
        key: `${code} ${before(code, index)}`,
        subject: sentence,
        id: null,
        at: null,
        by: null,
      })),
    );
  }

  return {
    async list(acting: Acting): Promise<OutputOf<'notices.list'>> {
      const { actor } = acting;
      const seen = await seenBy(db.kysely, actor.userId);
      const groups: NoticeGroup[] = [];
      for (const { kind, permission, read } of kinds) {
        if (!actor.permissions.has(permission)) continue;
        const { total, items } = await read(acting);
        if (total.count === 0) continue;
        groups.push({
          kind,
          total,
          items: items.slice(0, MOST_OF_A_KIND).map((one) => {
            const key = `${kind} ${one.key}`;
            return { ...one, key, isNew: !seen.has(key) };
          }),
        });
      }
      return { groups };
    },

    see: ({ keys }: InputOf<'notices.see'>, { actor, now }: Pick<Acting, 'actor' | 'now'>): Promise<void> =>
      db.transaction((tx) => noteSeen(tx, { userId: actor.userId, keys, now })),
  };
}

const all = (items: Told[]) => ({ total: { count: items.length, exact: true }, items });
