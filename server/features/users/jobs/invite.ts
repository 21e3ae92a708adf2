import type { InvitationLack } from '../../../../contract/invitations.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { invitationLacks } from '../../../domain/mail/invitationLacks.ts';
import { JobStopped } from '../../../domain/jobs/kind.ts';
import type { JobKind, JobSlice } from '../../../domain/jobs/kind.ts';
import { sendSetUpLinks } from '../../../domain/passwordLinks/sendSetUpLinks.ts';
import { actorPerson } from '../../../domain/people/people.ts';
import type { User } from '../../../domain/people/people.ts';
import { lockUser } from '../../../domain/people/store.ts';
import { isFrozen, lockFreeze } from '../../../domain/settings/freezeStore.ts';
import { frozenRefusal } from '../../../domain/settings/frozen.ts';
import { refuse } from '../../../refusal.ts';
import { HOUR } from '../../../time.ts';
import { AGAIN_AN_HOUR } from '../setUpLinks.ts';
import { setUpLinksSentAgain } from '../store.ts';
import { forEach, reasons, whySuspended } from './judging.ts';

const LACKS: Record<InvitationLack, Sentence> = {
  address: sentence('answers/jobs', 'lacksAddress'),
  mail_server: sentence('answers/jobs', 'lacksServer'),
  test_mail: sentence('answers/jobs', 'lacksTest'),
  route_changed: sentence('answers/jobs', 'lacksRoute'),
};

/** Whether somebody was sent a link before, and not only put down for one. */
const isAgain = ({ invitation }: User) => invitation !== 'draft' && invitation !== 'asked';

/** Sends many their links, made as they are sent. Of those who were sent one before only so many go in an hour, as on their pages. */
export function inviteJob(deps: Deps): JobKind {
  return {
    name: 'invite',
    permission: 'users.manage',
    async check(reader, _input, now) {
      const [lack] = await invitationLacks(reader, deps, now);
      if (lack) throw refuse('invitations_lack', { detail: LACKS[lack], extra: { lack } });
      if (await isFrozen(reader, 'setups')) throw frozenRefusal('setups');
    },
    async begin(tx, { actor, now }) {
      if (await lockFreeze(tx, deps, 'setups')) throw new JobStopped(sentence('answers/jobs', 'frozenNow'));
      const [lack] = await invitationLacks(tx, deps, now);
      if (lack) throw new JobStopped(LACKS[lack]);
      // Of two jobs at once no more go again than of one.
      await lockUser(tx, deps, actor.userId);
    },
    async judge(reader, slice) {
      const { users, actor, now } = slice;
      const found = reasons(users, whySuspended, ({ password_hash, external }) =>
        password_hash === null && external === 0 ? null : sentence('answers/jobs', 'hasPassword'),
      );
      const again = users.filter((user) => !found.has(user.id) && isAgain(user));
      if (again.length === 0) return found;
      const sent = await setUpLinksSentAgain(reader, actor.userId, { since: now - HOUR, now });
      for (const { id } of again.slice(Math.max(0, AGAIN_AN_HOUR - sent.length)))
        found.set(id, sentence('answers/jobs', 'sentLately', { most: AGAIN_AN_HOUR }));
      return found;
    },
    async act(tx, slice: JobSlice) {
      const { users, actor, jobId, now } = slice;
      const people = users.map((user) => ({ user, again: isAgain(user) }));
      await sendSetUpLinks(tx, deps, { people, by: actorPerson(actor), why: { jobId }, now });
      return forEach(slice, () => Promise.resolve(undefined));
    },
  };
}
