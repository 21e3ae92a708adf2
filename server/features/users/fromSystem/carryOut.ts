import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Deps } from '../../../context.ts';
import { keepSeen } from '../../../domain/systems/systemPeopleStore.ts';
import { existingUsers } from '../import/existingUsers.ts';
import { insertInSlices } from '../import/insertInSlices.ts';
import type { RowProblem } from '../import/parse.ts';
import { updatePeople } from '../import/updates.ts';
import type { Judgement } from './judge.ts';
import type { ReadSource } from './source.ts';
import { leave } from './told.ts';
import type { LeftOut } from './told.ts';

const BOUND_AT_ONCE = 500;

/**
 * Adds who is new, as drafts without an invitation, changes who is here, and keeps whose account is whose. Where it stops in between,
 * the next reading goes on: who was added is known by their username and address.
 */
export async function addAndChange(
  deps: Deps,
  source: ReadSource,
  judged: Judgement,
  { importId, now }: { importId: string; now: number },
): Promise<{ added: number; changed: number; leftOut: LeftOut[] }> {
  const { added: rows, managers, people, leftOut } = judged;
  const inserted =
    rows.length === 0
      ? { imported: 0, problems: [] }
      : await insertInSlices(deps, {
          rows,
          managers,
          source,
          importId,
          now,
          by: null,
          initialPassword: null,
          invites: false,
          skipped: leftOut.length,
          atEnd: () => Promise.resolve(null),
        });
  const updated = await updatePeople(deps, { changed: judged.changed, by: null, source, now });
  await bind(deps, source, judged, inserted.problems);
  const problems = [...inserted.problems, ...updated.problems];
  return {
    added: inserted.imported,
    changed: updated.updated,
    leftOut: problems.flatMap(({ line, faults }) => {
      const person = people[line - 1];
      return person
        ? [
            leave(
              { line, person, user: null },
              faults.map(({ says }) => says),
            ),
          ]
        : [];
    }),
  };
}

async function bind(
  { db, keys }: Deps,
  source: ReadSource,
  { added, bound, people }: Judgement,
  problems: readonly RowProblem[],
): Promise<void> {
  const lost = new Set(problems.map(({ line }) => line));
  const made = added.filter(({ line }) => !lost.has(line));
  const ids = await existingUsers(
    db.kysely,
    made.map(({ username }) => username),
  );
  const all = new Map(bound);
  for (const { line, username } of made) {
    const [account, id] = [people[line - 1]?.externalId, ids.get(username)];
    if (account !== undefined && id !== undefined) all.set(account, id);
  }
  const rows = [...all].map(([external_id, user_id]) => ({
    system_id: source.systemId,
    external_id,
    user_id,
  }));
  for (let first = 0; first < rows.length; first += BOUND_AT_ONCE) {
    await db.transaction(async (tx) => {
      await source.hold(tx);
      await keepSeen(tx, keys, rows.slice(first, first + BOUND_AT_ONCE));
    });
    await nextTurn();
  }
}
