import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import type { JobKind, JobSlice } from '../../../domain/jobs/kind.ts';
import { departmentNames, keepDepartment } from '../../../domain/people/departmentStore.ts';
import { actorPerson } from '../../../domain/people/people.ts';
import type { User } from '../../../domain/people/people.ts';
import { rolesOfMany } from '../../../domain/people/roleStore.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { refuse } from '../../../refusal.ts';
import { isFreedByMove } from '../freed.ts';
import { saveProfile } from '../saveProfile.ts';
import { forEach, reasons, whyStaff } from './judging.ts';

/** Where somebody goes: back, where this undoes another job. */
const targetOf = ({ before }: JobSlice, { id }: User, named: string | null): string | null =>
  before.has(id) ? (before.get(id) ?? null) : named;

/** By the name that it has here. */
async function namedIn(reader: Reader, { input }: JobSlice): Promise<string | null> {
  const written = input.department?.trim() || null;
  return written === null ? null : ((await departmentNames(reader, [written])).get(written) ?? written);
}

/**
 * Moves many to a department. Whoever that would free from MFA, and whoever is sensitive, stays where they are: that is
 * confirmed on their page.
 */
export function departmentJob(deps: Deps): JobKind {
  return {
    name: 'department',
    permission: 'users.manage',
    check(_reader, input) {
      if (input.department === undefined) {
        const detail = sentence('answers/jobs', 'departmentMissing');
        throw refuse('invalid_input', { detail, fields: { input: detail } });
      }
      return Promise.resolve();
    },
    async judge(reader, slice) {
      const { users, now } = slice;
      const named = await namedIn(reader, slice);
      const sensitive = await sensitivePeople(reader, deps.keys, users, now);
      const roles = await rolesOfMany(
        reader,
        deps.keys,
        users.map(({ id }) => id),
      );
      const found = reasons(
        users,
        whyStaff,
        (user) =>
          user.department === targetOf(slice, user, named) ? sentence('answers/jobs', 'thereAlready') : null,
        ({ id }) => (sensitive.has(id) ? sentence('answers/jobs', 'sensitive') : null),
      );
      for (const user of users) {
        if (found.has(user.id)) continue;
        const department = targetOf(slice, user, named);
        const moved = { user, roles: roles.get(user.id) ?? ['user' as const], department, now };
        if (await isFreedByMove(reader, moved)) found.set(user.id, sentence('answers/jobs', 'frees'));
      }
      return found;
    },
    async act(tx, slice) {
      const named = await keepDepartment(tx, slice.input.department ?? null, slice.now);
      return forEach(slice, async (user) => {
        const profile = { department: targetOf(slice, user, named) };
        const by = actorPerson(slice.actor);
        await saveProfile(tx, deps, { user, profile, by, frees: false, now: slice.now });
        return user.department;
      });
    },
    undo: { kind: 'department' },
  };
}
