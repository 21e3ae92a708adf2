import type { FreezeSwitch } from '../../../contract/freeze.ts';
import { isUnproven } from '../../domain/settings/freezeStore.ts';
import { requireChallenge } from '../../domain/sessions/challengeStore.ts';
import { waitingRequests } from './assessing/readings.ts';
import { sendActivationTo } from './carryingOut/sendActivation.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { CheckInput, ResetRequest } from '../../../contract/operations/resetRequests.ts';
import type { ResetReason } from '../../../contract/schemas.ts';
import type { Actor, Deps, Origin, Reading } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import type { Refusal } from '../../refusal.ts';
import type { AcceptedMail } from '../../domain/mail/acceptedMail.ts';
import { handOver, sendActivation } from './carryingOut/afterReset.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import type { ActorRef } from '../../domain/secondPerson/moment.ts';
import { claimRequest, saveNote } from './verifying/claim.ts';
import { askManager } from './verifying/askManager.ts';
import { answerConfirmation, listConfirmations } from './verifying/confirm.ts';
import { approve, deny } from './deciding/decide.ts';
import { denySeveral } from './deciding/denySeveral.ts';
import { endAccess } from './deciding/endAccess.ts';
import type { EndAccess } from './deciding/endAccess.ts';
import { retry } from './deciding/retry.ts';
import { directReset } from './deciding/directReset.ts';
import type { DirectReset } from './deciding/directReset.ts';
import { cancelPending } from './assessing/end.ts';
import { runDue } from './due.ts';
import { publishChange } from './assessing/publish.ts';
import { freeze, unfreeze } from './deciding/freeze.ts';
import type { Throw } from './deciding/freeze.ts';
import { thawUnproven } from './deciding/thaw.ts';
import { openRequest } from './asking/open.ts';
import type { Opened } from './asking/open.ts';
import { askForOneself } from './asking/plea.ts';
import type { Plea } from './asking/plea.ts';
import { cancelOwn } from './asking/cancelOwn.ts';
import type { OwnSession } from './asking/proof.ts';
import { answerReset, ownRequest, pauseOnValidCode } from './asking/pause.ts';
import type { ResetAnswer } from './asking/pause.ts';
import { createQuestions } from './answering/questions.ts';
import { openByCode, requireHeld } from './elsewhere/byCode.ts';
import { startHold } from './carryingOut/hold.ts';
import { ceilingsNow } from './reading/ceilings.ts';
import { colleaguesFor, deskNotices } from './reading/colleagues.ts';
import { listRequests } from './reading/queue.ts';
import { exportResets, resetsDone } from './reading/report.ts';
import type { ReportFilters } from './reading/reportStore.ts';
import { recordCheck } from './verifying/recordCheck.ts';
import { handTo } from './verifying/handTo.ts';
import { requireListed } from './verifying/listedThere.ts';
import { reportAttack } from './verifying/reportAttack.ts';
import { askDecision } from './verifying/askDecision.ts';
import { chooseTargets, stopForCaller } from './verifying/targets.ts';
import { voidPartsOf } from './deciding/suspension.ts';
import { unlock } from './deciding/unlock.ts';
import type { Unlock } from './deciding/unlock.ts';
import { lookAtLink, vetoByLink } from './asking/veto.ts';
import { viewRequest } from './reading/view.ts';
import { pendingIdOf } from './store.ts';

export type ResetRequestService = ReturnType<typeof createResetRequestService>;

// An alias, not an interface: the services' type is made from it and must be nameable elsewhere.
type Act = { actor: ActorRef } & Reading;
type OnRequest = Act & { id: string };
/** One whose answer has no sentences. */
type Silent = Omit<OnRequest, 'voice'>;

/** Resets: from the request to the end, by one machine (rules/machine.ts). Every `now` is UTC ms. */
export function createResetRequestService(deps: Deps) {
  const { transaction } = deps.db;
  const view = (act: OnRequest): Promise<ResetRequest> => viewRequest(deps.db.kysely, deps, act);

  /** Tells consoles, then answers the request as it now is. */
  async function changed(act: OnRequest, change?: string): Promise<ResetRequest> {
    const request = await view(act);
    publishChange(deps, act.id, request.user.id, change);
    return request;
  }

  /** A refusal that froze resets: every console hears of it. */
  function frozenBy(refused: Refusal): Refusal {
    deps.events.publish({ kind: 'organisation', change: 'frozen' });
    return refused;
  }

  /** The pending request with a fresh code, or a new one. */
  async function openForOneself(plea: Plea): Promise<Asked> {
    const { again, opened } = await transaction((tx) => askForOneself(tx, deps, plea));
    publishChange(deps, opened.requestId, plea.userId, again ? undefined : 'opened');
    return withCode(opened);
  }
  /** After a right password. */
  const openFromSignIn = (plea: Omit<Plea, 'source'>) => openForOneself({ ...plea, source: 'sign_in' });

  return {
    /** Nothing is for nobody: what is one's own, without an `actor`, is none. */
    list: (input: InputOf<'resetRequests.list'>, now: number, actor: ActorRef | null = null) =>
      listRequests(deps.db.kysely, deps, input, { actor, now }),

    /** What was done, for whoever audits it. */
    report: (input: InputOf<'audit.resets'>) => resetsDone(deps.db.lists, input),

    exportReport: (filters: ReportFilters) => exportResets(deps.db.lists, filters),

    view,

    /** How far resets are from their ceilings. */
    ceilings: (now: number) => ceilingsNow(deps.db.kysely, now),

    /** At the code screen, or from a connected system: whoever has the challenge gave a right password. Refuses with `challenge_expired`. */
    async requestAtSignIn(input: InputOf<'signIn.requestReset'> & { now: number } & Origin) {
      const { challenge: token, reason, note, stopNow, ...rest } = input;
      // The challenge stays good: who finds the phone after all goes on with the code (product: Signing in, 5).
      const presented = { token, purpose: ['code', 'reset'] as const, now: rest.now };
      const { userId } = await requireChallenge(deps.db.kysely, deps.keys, presented);
      const asked = { userId, reason: reason ?? null, note: note ?? null, ...(stopNow ? { stopNow } : {}) };
      return openFromSignIn({ ...asked, ...rest });
    },
    openFromSignIn,
    /** Accounts in connected systems that wait for an activation code. */
    held: {
      require: (tx: Tx, person: { userId: string }) => requireHeld(tx, person),
      open: (tx: Tx, given: { userId: string; activationId: string | null; now: number }) =>
        openByCode(tx, deps, given),
    },
    /** The same by somebody who is signed in and no longer has what they sign in with. */
    async requestInSession(
      input: InputOf<'me.requestReset'> & { userId: string; sessionId: string; now: number } & Origin,
    ) {
      const { reason, note, stopNow, ...rest } = input;
      const asked = { reason: reason ?? null, note: note ?? null, ...(stopNow ? { stopNow } : {}) };
      return openForOneself({ ...asked, ...rest, source: 'session' });
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

    /** By staff for a caller: no request code, at least elevated, and from nowhere: where staff sit says nothing of who calls. */
    async open({ actor, now, voice, ...input }: { userId: string; reason: ResetReason; note: string } & Act) {
      const { note, ...rest } = input;
      const { requestId: id } = await transaction((tx) =>
        openRequest(tx, deps, {
          ...rest,
          source: 'staff',
          userNote: null,
          staffNote: note,
          actor,
          existingCode: false,
          address: null,
          userAgent: null,
          now,
        }),
      );
      return changed({ id, actor, now, voice }, 'opened');
    },

    async claim(act: OnRequest & { takeOver: boolean; from?: string | undefined }) {
      await transaction((tx) => claimRequest(tx, deps, act));
      return changed(act);
    },
    async saveNote(act: Silent & { note: string }): Promise<void> {
      const claimedFor = await transaction((tx) => saveNote(tx, deps, act));
      if (claimedFor !== null) publishChange(deps, act.id, claimedFor);
    },
    async recordCheck(act: OnRequest & { check: CheckInput }) {
      const refused = await transaction((tx) => recordCheck(tx, deps, act));
      if (refused) throw refused;
      return changed(act);
    },
    /** Asks the manager on record to confirm. */
    async askManager(act: OnRequest) {
      await transaction((tx) => askManager(tx, deps, act));
      return changed(act);
    },
    confirmations: (input: { userId: string; now: number }) => listConfirmations(deps.db.kysely, input),
    async answerConfirmation(act: Silent & { outcome: 'pass' | 'fail'; note: string | null }): Promise<void> {
      const { requestId, userId } = await transaction((tx) => answerConfirmation(tx, deps, act));
      publishChange(deps, requestId, userId);
    },
    /** Which of the person's authenticators the reset removes. */
    async chooseTargets(act: OnRequest & InputOf<'resetRequests.chooseTargets'>) {
      await requireListed(deps, act);
      await transaction((tx) => chooseTargets(tx, deps, act));
      return changed(act);
    },
    /** Codes of what the caller has lost count no more, from now on. */
    async stopAuthenticators(act: OnRequest & { factorIds: readonly string[] | null }) {
      await transaction((tx) => stopForCaller(tx, deps, act));
      return changed(act);
    },
    async reportAttack(act: OnRequest & { note: string }) {
      await transaction((tx) => reportAttack(tx, deps, act));
      return changed(act);
    },
    /** A verifier waits for somebody who may decide. */
    async askDecision(act: OnRequest) {
      const told = await transaction((tx) => askDecision(tx, deps, act));
      for (const id of told) deps.events.publish({ kind: 'me', id, change: 'decision_asked' });
      return changed(act);
    },
    async handTo(act: OnRequest & { to: string }) {
      await transaction((tx) => handTo(tx, deps, act));
      deps.events.publish({ kind: 'me', id: act.to, change: 'request_handed' });
      return changed(act);
    },
    colleagues: (act: Pick<OnRequest, 'id' | 'actor'>) => colleaguesFor(deps.db.kysely, act),
    /** What colleagues want of somebody. */
    deskNotices: (act: Omit<Act, 'voice'>) => deskNotices(deps.db.kysely, deps, act),
    async approve(act: OnRequest & { note: string | null; version?: number | null }) {
      const refused = await transaction((tx) => approve(tx, deps, act));
      if (refused) throw frozenBy(refused);
      return changed(act, 'decided');
    },
    async deny(act: OnRequest & { reason: string; suspectedAttack: boolean }) {
      await transaction((tx) => deny(tx, deps, { ...act, event: 'deny' }));
      return changed(act, 'decided');
    },
    /** Several, with one reason. */
    async denySeveral(act: Act & { ids: readonly string[]; reason: string; suspectedAttack: boolean }) {
      const told = ({ id, userId }: { id: string; userId: string }) =>
        publishChange(deps, id, userId, 'decided');
      return { items: await denySeveral(deps, act, told) };
    },
    /** Stops an approved request in its hold. */
    async stopHold(act: OnRequest & { reason: string; suspectedAttack: boolean }) {
      await transaction((tx) => deny(tx, deps, { ...act, event: 'stop_hold' }));
      return changed(act, 'decided');
    },
    /** Tries again what failed in connected systems. */
    async retry(act: OnRequest) {
      await transaction((tx) => retry(tx, deps, act));
      return changed(act);
    },
    async sendActivation(act: OnRequest) {
      await transaction((tx) => sendActivation(tx, deps, act));
      return changed(act);
    },
    handOver: (act: Silent) => transaction((tx) => handOver(tx, deps, act)),
    /** To somebody whose next setup asks for a code, by a reset or before a first enrolment. */
    sendActivationTo: (input: { userId: string; actor: Actor; now: number }) =>
      transaction((tx) => sendActivationTo(tx, deps, input)),
    /** The same record, made in one act; `verified` where it waits for a second person. */
    async directReset({ voice, ...input }: DirectReset & Reading) {
      const id = await transaction((tx) => directReset(tx, deps, input));
      if (typeof id !== 'string') throw frozenBy(id);
      return changed({ id, actor: input.actor, now: input.now, voice });
    },
    async unlock(input: Unlock): Promise<void> {
      await transaction((tx) => unlock(tx, deps, input));
      deps.events.publish({ kind: 'users', id: input.userId });
    },
    /** Somebody else knows the password, or has a session. */
    async endAccess(input: EndAccess): Promise<void> {
      await transaction((tx) => endAccess(tx, deps, input));
      if (input.requestId !== undefined) return publishChange(deps, input.requestId, input.userId);
      deps.events.publish({ kind: 'users', id: input.userId });
      deps.events.publish({ kind: 'me', id: input.userId });
    },
    async freeze(input: Throw): Promise<FreezeSwitch[]> {
      const on = await transaction((tx) => freeze(tx, deps, input));
      deps.events.publish({ kind: 'organisation', change: 'frozen' });
      return on;
    },
    async unfreeze(input: Throw): Promise<FreezeSwitch[]> {
      const on = await transaction((tx) => unfreeze(tx, deps, input));
      deps.events.publish({ kind: 'organisation', change: 'unfrozen' });
      return on;
    },
    /** Freezes that nobody confirmed end by themselves; for a worker. */
    async thawUnproven(now: number): Promise<void> {
      if (!(await isUnproven(deps.db.kysely))) return;
      const thawed = await transaction((tx) => thawUnproven(tx, deps, now));
      if (thawed.length > 0) deps.events.publish({ kind: 'organisation', change: 'unfrozen' });
    },

    async cancelOwn(input: OwnSession & { now: number }): Promise<void> {
      await transaction((tx) => cancelOwn(tx, deps, input));
      deps.events.publish({ kind: 'reset_requests', change: 'cancelled' });
      deps.events.publish({ kind: 'me', id: input.userId });
    },
    ownRequest: (userId: string, now: number) => ownRequest(deps.db.kysely, deps, userId, now),
    /** *Did you request this?* */
    async answerReset(input: ResetAnswer): Promise<void> {
      const id = await transaction((tx) => answerReset(tx, deps, input));
      publishChange(deps, id, input.userId);
    },
    lookAtLink: (input: { token: string } & Reading) => lookAtLink(deps.db.kysely, input),
    /** The button of the page behind *This wasn't me*. */
    async veto(input: { token: string; now: number }): Promise<void> {
      const { id, userId } = await transaction((tx) => vetoByLink(tx, deps, input));
      if (id !== null) return publishChange(deps, id, userId, 'vetoed');
      deps.events.publish({ kind: 'users', id: userId });
      deps.events.publish({ kind: 'me', id: userId });
    },
    cancelForSuspension: (tx: Tx, userId: string, by: AuditPerson | null, now: number) =>
      cancelPending(tx, deps, { userId, by, because: 'suspended', now }),
    /** A pending request of somebody whose MFA is reset by `recover` ends with that. */
    cancelPending: (tx: Tx, input: Parameters<typeof cancelPending>[2]) => cancelPending(tx, deps, input),
    /** Every request that waits for somebody, for the dashboard. */
    waiting: (now: number) => waitingRequests(deps.db.kysely, deps, now),
    /** A right code was entered, wherever: a request that says the device is lost waits. */
    waitsForCode: pendingIdOf,
    pauseOnValidCode: (tx: Tx, whose: { userId: string; now: number }) => pauseOnValidCode(tx, deps, whose),
    voidPartsOf: (tx: Tx, userId: string, now: number) => voidPartsOf(tx, deps, { userId, now }),

    /** For the outbox: a mail was accepted; the notice of a hold starts it. */
    async onMailAccepted(
      tx: Tx,
      { kind, requestId, acceptedAt }: AcceptedMail,
    ): Promise<(() => void) | undefined> {
      if (kind !== 'reset_approved_holding' || requestId === null) return undefined;
      const userId = await startHold(tx, deps, { requestId, acceptedAt });
      return userId === undefined ? undefined : () => publishChange(deps, requestId, userId);
    },
    /** Another system asks whether somebody is who they say. */
    questions: createQuestions(deps),
    /** Holds that end and requests that expire; for a worker. */
    runDue: (now: number) => runDue(deps, now),
  };
}

/** As the requester's screen is answered. */
type Asked = Opened & { requestCode: string };

function withCode({ requestId, requestCode, state }: Opened): Asked {
  if (requestCode === null) throw new Error(`Reset request ${requestId} was opened without a code.`);
  return { requestId, requestCode, state };
}
