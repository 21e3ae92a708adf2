import type { LiveEvent } from '../../../contract/events.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { PendingChange } from '../../../contract/schemas.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { DAY } from '../../time.ts';
import type { AnyChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { changeById, endedChanges, waitingChanges } from '../../domain/pendingChanges/store.ts';
import { changesAs } from '../../domain/pendingChanges/view.ts';
import { approveChange } from './approve.ts';
import { expireOrTakeEffect } from './due.ts';
import { lookAtLink, withdrawByLink } from './link.ts';
import { noSuchChange, withdrawChange } from './withdraw.ts';

export interface Acting extends Reading {
  actor: Actor;
}

const ENDED_FOR = 30 * DAY;
const AT_MOST = 200;

export type PendingChangesService = ReturnType<typeof createPendingChangesService>;

/** Changes that wait for a second person, or for their date: product, *Pending changes*. */
export function createPendingChangesService(deps: Deps, kinds: readonly AnyChangeKind[]) {
  const { db } = deps;

  async function changeAs(id: string, acting: Acting): Promise<PendingChange> {
    const row = await changeById(db.kysely, id);
    const [change] = row ? await changesAs(db.kysely, deps, [row], acting) : [];
    if (!change) throw noSuchChange();
    return change;
  }

  function publish(events: readonly LiveEvent[]): void {
    for (const event of [{ kind: 'pending_changes' } as const, ...events]) deps.events.publish(event);
  }

  return {
    async list(
      { state = 'waiting' }: InputOf<'pendingChanges.list'>,
      acting: Acting,
    ): Promise<OutputOf<'pendingChanges.list'>> {
      const { now } = acting;
      const rows =
        state === 'waiting'
          ? await waitingChanges(db.kysely, now)
          : await endedChanges(db.kysely, now - ENDED_FOR, AT_MOST);
      return { items: await changesAs(db.kysely, deps, rows, acting) };
    },

    async approve(input: InputOf<'pendingChanges.approve'>, acting: Acting): Promise<PendingChange> {
      publish(await approveChange(deps, kinds, input, acting));
      return changeAs(input.id, acting);
    },

    async withdraw(input: InputOf<'pendingChanges.withdraw'>, acting: Acting): Promise<PendingChange> {
      await withdrawChange(deps, input, acting);
      publish([]);
      return changeAs(input.id, acting);
    },

    lookAtLink: (token: string, reading: Reading) => lookAtLink(deps, token, reading),

    async withdrawByLink(token: string, now: number): Promise<void> {
      await withdrawByLink(deps, token, now);
      publish([]);
    },

    /** What has come to its date takes effect, what nobody decided about expires. Any number of servers may do it. */
    async runDue(now: number): Promise<void> {
      const events = await expireOrTakeEffect(deps, kinds, now);
      if (events) publish(events);
    },
  };
}
