import { randomUUID } from 'node:crypto';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { takeLease } from '../../db/lease.ts';
import { invitationLacks } from '../../domain/mail/invitationLacks.ts';
import { sendSetUpLinks } from '../../domain/passwordLinks/sendSetUpLinks.ts';
import { anyAsked, lockAsked } from '../../domain/people/invitationStore.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';
import { MINUTE } from '../../time.ts';

const AT_ONCE = 25;

/**
 * For a worker: sends invitations that programs and files asked for as they made people, as soon as mail can work; some in each
 * transaction, by whichever server comes first. Answers whether any went.
 */
export function createAskedInvitations(deps: Deps): { sendDue(now: number): Promise<boolean> } {
  const { db, events } = deps;
  const holder = randomUUID();

  async function sendSome(tx: Tx, now: number): Promise<number> {
    if (await lockFreeze(tx, deps, 'setups')) return 0;
    const users = await lockAsked(tx, db, AT_ONCE);
    const people = users.map((user) => ({ user, again: false }));
    // By whom they were asked for says the event of their making.
    if (people.length > 0) await sendSetUpLinks(tx, deps, { people, by: null, why: { asked: true }, now });
    return people.length;
  }

  return {
    async sendDue(now) {
      if (!(await anyAsked(db.kysely))) return false;
      if ((await invitationLacks(db.kysely, deps, now)).length > 0) return false;
      let sent = AT_ONCE;
      let any = false;
      while (sent === AT_ONCE) {
        if (!(await takeLease(db.kysely, { name: 'invitations', holder, now, forMs: MINUTE }))) break;
        sent = await db.transaction((tx) => sendSome(tx, now));
        any ||= sent > 0;
      }
      if (any) {
        events.publish({ kind: 'outbox' });
        events.publish({ kind: 'users' });
      }
      return any;
    },
  };
}
