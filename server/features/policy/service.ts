import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Policy, PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Deps } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { LATER_SETTINGS } from '../../domain/policy/defaults.ts';
import { departmentNames } from '../../domain/people/departmentStore.ts';
import { departmentsIn } from './departmentNames.ts';
import { withLivingNames } from './livingNames.ts';
import { exemptJob } from './exemptJob.ts';
import { effectConditions } from './effects.ts';
import { pageOfImpact, pageOfLater } from './impact.ts';
import { countImpact } from './impactStore.ts';
import { leadings } from './leading.ts';
import { createMergedPolicy } from './mergedDepartments.ts';
import { REACH_WITHOUT_ASKING, reachOf } from './reach.ts';
import { applied, requireSound, savePolicy } from './save.ts';
import type { Saver } from './save.ts';
import { countVersions, listVersions } from './store.ts';
import type { VersionRow } from './store.ts';
import { laterCondition, upcomingOf } from './upcoming.ts';
import { weakenings } from './weakening.ts';

export type PolicyService = ReturnType<typeof createPolicyService>;

/** Policy: what is in force, what a change would do, and every version. */
export function createPolicyService(deps: Deps) {
  const { kysely } = deps.db;

  async function current(): Promise<Policy> {
    // SECURITY: read through the check first: a broken policy is answered by nobody (S-41).
    await currentPolicy(kysely);
    const [row] = await listVersions(kysely, { limit: 1 });
    if (!row) throw new Error('The policy is gone.');
    return policyOf(row);
  }

  return {
    jobKinds: [exemptJob(deps)],

    merged: createMergedPolicy(deps),

    get: current,

    async update(
      input: InputOf<'policy.update'>,
      { actor, now }: { actor: Saver; now: number },
    ): Promise<Policy> {
      await deps.db.transaction((tx) => savePolicy(tx, deps, { input, actor, now }));
      deps.events.publish({ kind: 'policy' });
      deps.events.publish({ kind: 'users' });
      deps.events.publish({ kind: 'me' });
      return current();
    },

    /** Who a policy would hit, before it is saved: exactly what `standingOf` will decide. */
    async impact(input: InputOf<'policy.impact'>, now: number): Promise<OutputOf<'policy.impact'>> {
      const { cursor, limit, group, version: _version, reason: _reason, ...change } = input;
      const { document: before } = await currentPolicy(kysely);
      const wanted = applied(before, change, now);
      const after = await withLivingNames(
        kysely,
        wanted,
        await departmentNames(kysely, departmentsIn(wanted)),
      );
      await requireSound(kysely, deps.keys, { before, after, now });
      const conditions = effectConditions(before, after, now);
      const counts = await countImpact(kysely, conditions);
      const weakens = weakenings(before, after, now).length > 0;
      const reach = await reachOf(kysely, before, after, now);
      const upcoming = await upcomingOf(kysely, after, now);
      const later = upcoming.reduce((sum, date) => sum + date.setupAtNextSignIn + date.entersGrace, 0);
      return {
        ...counts,
        weakens,
        stepUpRequired: weakens || reach > REACH_WITHOUT_ASKING || leadings(before, after).length > 0,
        reach,
        upcoming,
        users:
          group === 'later'
            ? await pageOfLater(kysely, laterCondition(after, now), { count: later, cursor, limit })
            : await pageOfImpact(kysely, conditions, counts, { group, cursor, limit }),
      };
    },

    async versions({ cursor, limit = 50 }: InputOf<'policy.versions'>): Promise<OutputOf<'policy.versions'>> {
      const before = cursor !== undefined && /^[1-9][0-9]{0,9}$/.test(cursor) ? Number(cursor) : undefined;
      const rows = await listVersions(kysely, { before, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(policyOf),
        nextCursor: rows.length > limit && last ? String(last.version) : null,
        total: { count: await countVersions(kysely), exact: true },
      };
    },
  };
}

function policyOf(row: VersionRow): Policy {
  const document = { ...LATER_SETTINGS, ...(JSON.parse(row.document) as PolicyDocument) };
  const { saved_by: id, username, name } = row;
  const savedBy = id !== null && username !== null && name !== null ? { id, username, name } : null;
  return { ...document, version: row.version, reason: row.reason, savedBy, savedAt: rfc3339(row.saved_at) };
}
