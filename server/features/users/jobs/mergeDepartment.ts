import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { JobStopped } from '../../../domain/jobs/kind.ts';
import type { JobInput, JobKind } from '../../../domain/jobs/kind.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { departmentNames, mergeDepartmentNames } from '../../../domain/people/departmentStore.ts';
import { actorPerson } from '../../../domain/people/people.ts';
import { rolesOfMany } from '../../../domain/people/roleStore.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { refuse } from '../../../refusal.ts';
import type { MergedPolicy } from '../mergedPolicy.ts';
import { saveProfile } from '../saveProfile.ts';
import { isFreedByMove } from '../freed.ts';
import { countPeopleIn } from '../store.ts';
import { forEach, reasons } from './judging.ts';

/** What a merge is told: which department, and what it is called from then on. */
function pairOf({ from, department }: JobInput): { from: string; into: string } {
  const into = department?.trim();
  if (from === undefined || !into) {
    const detail = sentence('answers/jobs', 'mergeMissing');
    throw refuse('invalid_input', { detail, fields: { input: detail } });
  }
  if (from === into) {
    const detail = sentence('answers/jobs', 'mergeSame');
    throw refuse('invalid_input', { detail, fields: { input: detail } });
  }
  return { from, into };
}

/**
 * Makes one department of two, or gives one another name. What policy says of either holds for both before anybody is moved, so that
 * nobody is freed, or less well protected, at any time; when the old one is empty, policy forgets it. Files that still have the old name
 * mean the new one.
 */
export function mergeDepartmentJob(deps: Deps, policy: MergedPolicy): JobKind {
  return {
    name: 'merge_department',
    permission: 'users.manage',
    stepUp: true,
    async check(reader, input, now) {
      const { from, into } = pairOf(input);
      await policy.requireRoom(reader, { pair: [from, into], now });
    },
    async begin(tx, { input, actor, jobId, now }) {
      const { from, into } = pairOf(input);
      const names = await departmentNames(tx, [from, into]);
      const name = names.get(from);
      if (name === into) return;
      // SECURITY: else each name that is begun with and given up would stay in policy, until nothing has room there.
      if (name !== from)
        throw new JobStopped(sentence('answers/jobs', 'mergeUnfinished', { from, into: name ?? '' }));
      const by = actorPerson(actor);
      // SECURITY: a name that meant another department until now takes what policy says of that one along (S-100).
      const meant = names.get(into) ?? into;
      const along =
        meant === into || meant === from ? null : await policy.nameBoth(tx, { pair: [meant, into], by, now });
      const said = (await policy.nameBoth(tx, { pair: [from, into], by, now })) ?? along;
      await mergeDepartmentNames(tx, { from, into, now });
      const people = await countPeopleIn(tx, from);
      const data = { jobId, from, into, people, ...(said === null ? {} : { policyVersion: said }) };
      await appendAudit(tx, deps, { at: now, action: 'department.merged', actor: by, target: null, data });
      if (said !== null)
        await mailStaff(tx, deps, {
          to: 'officers',
          kind: 'departments_merged',
          at: now,
          params: { by: actor.name, from, into, version: said },
        });
    },
    async judge(reader, { users, input, now }) {
      const { from, into } = pairOf(input);
      const found = reasons(users, (user) =>
        user.department === from ? null : sentence('answers/jobs', 'notThere'),
      );
      const ids = users.map(({ id }) => id);
      const roles = await rolesOfMany(reader, deps.keys, ids);
      for (const user of users) {
        const moved = { user, roles: roles.get(user.id) ?? ['user' as const], department: into, now };
        // Policy names both; unless somebody saved another one in between.
        if (!found.has(user.id) && (await isFreedByMove(reader, moved)))
          found.set(user.id, sentence('answers/jobs', 'frees'));
      }
      return found;
    },
    act: (tx, slice) =>
      forEach(slice, async (user) => {
        const { into } = pairOf(slice.input);
        const by = actorPerson(slice.actor);
        await saveProfile(tx, deps, {
          user,
          profile: { department: into },
          by,
          frees: false,
          now: slice.now,
        });
        return user.department;
      }),
    async end(tx, { input, actor, now }) {
      const { from } = pairOf(input);
      if ((await countPeopleIn(tx, from)) === 0)
        await policy.forget(tx, { name: from, by: actorPerson(actor), now });
    },
  };
}
