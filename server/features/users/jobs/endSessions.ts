import type { Deps } from '../../../context.ts';
import { appendAuditMany } from '../../../domain/audit/append.ts';
import type { JobKind } from '../../../domain/jobs/kind.ts';
import { actorPerson, personOf } from '../../../domain/people/people.ts';
import { endChallenges } from '../../../domain/sessions/challengeStore.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import { forEach, reasons, whyStaff, whyYourself } from './judging.ts';

/** Signs many out everywhere; they sign in again with what they have. */
export function endSessionsJob(deps: Deps): JobKind {
  return {
    name: 'end_sessions',
    permission: 'users.manage',
    judge: (_reader, slice) => Promise.resolve(reasons(slice.users, whyYourself(slice), whyStaff)),
    async act(tx, slice) {
      const ended = new Map<string, number>();
      const outcomes = await forEach(slice, async (user) => {
        ended.set(user.id, await endSessions(tx, user.id));
        await endChallenges(tx, user.id);
        return undefined;
      });
      const { actor, jobId, now } = slice;
      await appendAuditMany(
        tx,
        deps,
        slice.users.map((user) => ({
          at: now,
          action: 'sessions.ended',
          actor: actorPerson(actor),
          target: personOf(user),
          data: { count: ended.get(user.id) ?? 0, jobId },
        })),
      );
      return outcomes;
    },
  };
}
