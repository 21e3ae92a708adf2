import type { InputOf } from '../../../contract/operations.ts';
import type { CheckInput, ResetRequest } from '../../../contract/operations/resetRequests.ts';
import type { Person, ResetReason } from '../../../contract/schemas.ts';
import type { Deps, Origin } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import type { AcceptedMail } from '../outbox/deliver.ts';
import { handOver, sendActivation } from './afterReset.ts';
import type { ActorRef } from './assess.ts';
import { claimRequest, saveNote } from './claim.ts';
import { askManager } from './askManager.ts';
import { answerConfirmation, listConfirmations } from './confirm.ts';
import { approve, deny } from './decide.ts';
import { directReset } from './directReset.ts';
import type { DirectReset } from './directReset.ts';
import { cancelOwn, cancelPending } from './end.ts';
import { publishChange, runDue } from './execute.ts';
import { freeze, unfreeze } from './freeze.ts';
import { openRequest, submitAgain } from './open.ts';
import type { Opened, Opening } from './open.ts';
import { answerReset, ownRequest } from './pause.ts';
import type { ResetAnswer } from './pause.ts';
import { startHold } from './hold.ts';
import { listRequests } from './queue.ts';
import { recordCheck } from './recordCheck.ts';
import { noSuchRequest } from './refuse.ts';
import { isFrozen, requestById } from './store.ts';
import { voidPartsOf } from './suspension.ts';
import { unlock } from './unlock.ts';
import { lookAtLink, vetoByLink } from './veto.ts';
import { viewRequest } from './view.ts';

export type ResetRequestService = ReturnType<typeof createResetRequestService>;

// An alias, not an interface: the services' type is made from it and must be nameable elsewhere.
type Act = { actor: ActorRef; now: number };
type OnRequest = Act & { id: string };

/** Resets: from the request to the end, by one machine (rules.ts). Every `now` is UTC ms. */
export function createResetRequestService(deps: Deps) {
  const view = ({ id, actor, now }: OnRequest): Promise<ResetRequest> =>
    viewRequest(deps.db.kysely, deps, { id, actor, now });

  /** Tells consoles, then answers the request as it now is. */
  async function changed(act: OnRequest, change?: string): Promise<ResetRequest> {
    const request = await requestById(deps.db.kysely, act.id);
    if (!request) throw noSuchRequest();
    publishChange(deps, act.id, request.user_id, change);
    return view(act);
  }

  return {
    list: (input: InputOf<'resetRequests.list'>, now: number) =>
      listRequests(deps.db.kysely, deps, input, now),
    view,

    /** At the code screen, after a right password: the pending request with a fresh code, or a new one. */
    async openFromSignIn(
      input: { userId: string; reason: ResetReason | null; note: string | null; now: number } & Origin,
    ): Promise<{ requestId: string; requestCode: string; state: Opened['state'] }> {
      const { note, ...rest } = input;
      const opening: Opening = {
        ...rest,
        source: 'sign_in',
        userNote: note,
        staffNote: '',
        actor: null,
        existingCode: false,
      };
      const { again, opened } = await deps.db.transaction(async (tx) => {
        const renewed = await submitAgain(tx, deps, opening);
        return { again: renewed !== undefined, opened: renewed ?? (await openRequest(tx, deps, opening)) };
      });
      publishChange(deps, opened.requestId, input.userId, again ? undefined : 'opened');
      return withCode(opened);
    },

    /** By Disable under a session, where policy wants an administrator: the code that was given is a check. */
    async openFromDisable(
      tx: Tx,
      input: { userId: string; now: number } & Origin,
    ): Promise<{ requestId: string; requestCode: string }> {
      const opened = await openRequest(tx, deps, {
        ...input,
        source: 'disable',
        reason: null,
        userNote: null,
        staffNote: '',
        actor: null,
        existingCode: true,
      });
      const { requestId, requestCode } = withCode(opened);
      return { requestId, requestCode };
    },

    /** By staff for a caller: no request code, at least elevated. */
    async open({
      actor,
      now,
      ...input
    }: { userId: string; reason: ResetReason; note: string } & Act & Origin) {
      const { note, ...rest } = input;
      const { requestId: id } = await deps.db.transaction((tx) =>
        openRequest(tx, deps, {
          ...rest,
          source: 'staff',
          userNote: null,
          staffNote: note,
          actor,
          existingCode: false,
          now,
        }),
      );
      return changed({ id, actor, now }, 'opened');
    },

    async claim(act: OnRequest & { takeOver: boolean }) {
      await claimRequest(deps, act);
      return changed(act);
    },
    saveNote: (act: OnRequest & { note: string }) => saveNote(deps, act),
    async recordCheck(act: OnRequest & { check: CheckInput }) {
      await recordCheck(deps, act);
      return changed(act);
    },
    /** Asks the manager on record to confirm. */
    async askManager(act: OnRequest) {
      await askManager(deps, act);
      return changed(act);
    },
    confirmations: (input: { userId: string; now: number }) => listConfirmations(deps.db.kysely, input),
    async answerConfirmation(
      act: OnRequest & { outcome: 'pass' | 'fail'; note: string | null },
    ): Promise<void> {
      const { requestId, userId } = await answerConfirmation(deps, act);
      publishChange(deps, requestId, userId);
    },
    async approve(act: OnRequest & { note: string | null }) {
      await deps.db.transaction((tx) => approve(tx, deps, act));
      return changed(act, 'decided');
    },
    async deny(act: OnRequest & { reason: string; suspectedAttack: boolean }) {
      await deps.db.transaction((tx) => deny(tx, deps, { ...act, event: 'deny' }));
      return changed(act, 'decided');
    },
    /** Stops an approved request in its hold. */
    async stopHold(act: OnRequest & { reason: string; suspectedAttack: boolean }) {
      await deps.db.transaction((tx) => deny(tx, deps, { ...act, event: 'stop_hold' }));
      return changed(act, 'decided');
    },
    async sendActivation(act: OnRequest) {
      await sendActivation(deps, act);
      return changed(act);
    },
    handOver: (act: OnRequest) => handOver(deps, act),
    /** The same record, made in one act; `verified` where it waits for a second person. */
    async directReset(input: DirectReset) {
      const id = await directReset(deps, input);
      return changed({ id, actor: input.actor, now: input.now });
    },
    unlock: (input: { userId: string } & Act) => unlock(deps, input),
    freeze: (input: { reason: string } & Act) => freeze(deps, input),
    unfreeze: (input: { reason: string } & Act) => unfreeze(deps, input),
    isFrozen: (tx: Tx) => isFrozen(tx, deps),

    async cancelOwn(input: { userId: string; now: number }): Promise<void> {
      await cancelOwn(deps, input);
      deps.events.publish({ kind: 'reset_requests', change: 'cancelled' });
      deps.events.publish({ kind: 'me', id: input.userId });
    },
    ownRequest: (userId: string) => ownRequest(deps.db.kysely, userId),
    /** *Did you request this?* */
    async answerReset(input: ResetAnswer): Promise<void> {
      publishChange(deps, await answerReset(deps, input), input.userId);
    },
    lookAtLink: (input: { token: string; now: number }) => lookAtLink(deps.db.kysely, input),
    /** The button of the page behind *This wasn't me*. */
    async veto(input: { token: string; now: number }): Promise<void> {
      const { id, userId } = await vetoByLink(deps, input);
      publishChange(deps, id, userId, 'vetoed');
    },
    cancelForSuspension: (tx: Tx, userId: string, by: Person, now: number) =>
      cancelPending(tx, deps, { userId, by, because: 'suspended', now }),
    voidPartsOf: (tx: Tx, userId: string, now: number) => voidPartsOf(tx, deps, userId, now),

    /** For the outbox: a mail was accepted; the notice of a hold starts it. */
    async onMailAccepted(
      tx: Tx,
      { kind, requestId, acceptedAt }: AcceptedMail,
    ): Promise<(() => void) | undefined> {
      if (kind !== 'reset_approved_holding' || requestId === null) return undefined;
      const userId = await startHold(tx, deps, { requestId, acceptedAt });
      return userId === undefined ? undefined : () => publishChange(deps, requestId, userId);
    },
    /** Holds that end and requests that expire; for a worker. */
    runDue: (now: number) => runDue(deps, now),
  };
}

function withCode({ requestId, requestCode, state }: Opened) {
  if (requestCode === null) throw new Error(`Reset request ${requestId} was opened without a code.`);
  return { requestId, requestCode, state };
}
