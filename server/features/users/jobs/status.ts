import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { appendAuditMany } from '../../../domain/audit/append.ts';
import type { JobKind, JobSlice } from '../../../domain/jobs/kind.ts';
import { actorPerson, personOf } from '../../../domain/people/people.ts';
import { setStatus } from '../../../domain/people/store.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import { stopUser } from '../suspend.ts';
import type { ResetParts } from '../suspend.ts';
import { forEach, reasons, whyStaff, whyYourself } from './judging.ts';

/** Suspends many, of whom none is staff: those wait for a second person where they are too many. */
export function suspendJob(deps: Deps, resets: ResetParts): JobKind {
  return {
    name: 'suspend',
    permission: 'users.manage',
    judge: (_reader, slice) =>
      Promise.resolve(
        reasons(slice.users, whyYourself(slice), whyStaff, ({ status }) =>
          status === 'active' ? null : sentence('answers/jobs', 'suspendedAlready'),
        ),
      ),
    async act(tx, slice) {
      const by = actorPerson(slice.actor);
      const outcomes = await forEach(slice, async (user) => {
        await stopUser(tx, deps, resets, { user, by, now: slice.now });
        await endSessions(tx, user.id);
        return undefined;
      });
      await appendAuditMany(tx, deps, eventsOf(slice, 'user.suspended'));
      return outcomes;
    },
    undo: { kind: 'reinstate' },
  };
}

/** Lets many in again, of whom none is staff: their roles would be given anew. */
export function reinstateJob(deps: Deps): JobKind {
  return {
    name: 'reinstate',
    permission: 'users.manage',
    judge: (_reader, slice) =>
      Promise.resolve(
        reasons(slice.users, whyYourself(slice), whyStaff, ({ status }) =>
          status === 'suspended' ? null : sentence('answers/jobs', 'activeAlready'),
        ),
      ),
    async act(tx, slice) {
      const outcomes = await forEach(slice, async (user) => {
        await setStatus(tx, user.id, 'active');
        await endSessions(tx, user.id);
        return undefined;
      });
      await appendAuditMany(tx, deps, eventsOf(slice, 'user.reinstated'));
      return outcomes;
    },
    undo: { kind: 'suspend' },
  };
}

const eventsOf = ({ users, actor, jobId, now }: JobSlice, action: 'user.suspended' | 'user.reinstated') =>
  users.map((user) => ({
    at: now,
    action,
    actor: actorPerson(actor),
    target: personOf(user),
    data: { ...(action === 'user.suspended' ? { staff: false } : {}), jobId },
  }));
