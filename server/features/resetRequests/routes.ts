import type { Reading } from '../../context.ts';
import type { FreezeSwitch } from '../../../contract/freeze.ts';
import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { rfc3339 } from '../../time.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { ResetRequestService } from './service.ts';
import type { Viewers } from './viewing/viewers.ts';

type Names =
  | 'signIn.requestReset'
  | 'me.requestReset'
  | 'me.cancelReset'
  | 'users.unlock'
  | 'users.endSessions'
  | 'users.sendActivationCode'
  | 'audit.resets'
  | 'audit.exportResets'
  | 'resetRequests.list'
  | 'resetRequests.open'
  | 'resetRequests.get'
  | 'resetRequests.ceilings'
  | 'resetRequests.claim'
  | 'resetRequests.saveNote'
  | 'resetRequests.recordCheck'
  | 'resetRequests.askManager'
  | 'resetRequests.lookAtLink'
  | 'resetRequests.veto'
  | 'me.confirmations'
  | 'me.answerConfirmation'
  | 'me.resetRequest'
  | 'me.answerReset'
  | 'resetRequests.chooseTargets'
  | 'resetRequests.stopAuthenticators'
  | 'resetRequests.reportAttack'
  | 'resetRequests.askDecision'
  | 'resetRequests.handTo'
  | 'resetRequests.colleagues'
  | 'me.deskNotices'
  | 'resetRequests.approve'
  | 'resetRequests.deny'
  | 'resetRequests.denySeveral'
  | 'resetRequests.stopHold'
  | 'resetRequests.retry'
  | 'resetRequests.sendActivation'
  | 'resetRequests.handOver'
  | 'resetRequests.freeze'
  | 'resetRequests.unfreeze'
  | 'users.reset'
  | 'viewers.list'
  | 'viewers.stay'
  | 'viewers.leave';

const frozenNow = (switches: FreezeSwitch[]) => ({ frozen: switches.length > 0, switches });

interface Needs {
  resets: ResetRequestService;
  viewers: Viewers;
  /** A user's page, as it is after an act on them. */
  userDetail: (id: string, reading: Reading) => Promise<UserDetail>;
}

export function resetRequestHandlers({ resets: service, viewers, userDetail }: Needs): Handlers<Names> {
  return {
    'signIn.requestReset': (input, { now, address, userAgent }) =>
      service.requestAtSignIn({ ...input, now, address, userAgent }),
    'me.requestReset': (input, { actor: { userId, sessionId }, now, address, userAgent }) =>
      service.requestInSession({ ...input, userId, sessionId, now, address, userAgent }),
    'me.cancelReset': async (_input, { actor, now }) => {
      const { userId, sessionId, steppedUpUntil } = actor;
      await service.cancelOwn({ userId, sessionId, steppedUpUntil, now });
      return { state: 'on' };
    },
    'audit.resets': (input) => service.report(input),
    'audit.exportResets': async (filters, { now, download }) => {
      const day = new Date(now).toISOString().slice(0, 10);
      download({ name: `gatehouse-resets-${day}.csv`, type: 'text/csv; charset=utf-8' });
      return service.exportReport(filters);
    },
    'resetRequests.list': (input, { actor, now }) => service.list(input, now, actor),
    'resetRequests.open': (input, { actor, now, voice }) => service.open({ ...input, actor, now, voice }),
    'resetRequests.ceilings': (_input, { now }) => service.ceilings(now),
    'resetRequests.get': ({ id }, { actor, now, voice }) => service.view({ id, actor, now, voice }),
    'resetRequests.claim': ({ id, takeOver = false, from }, { actor, now, voice }) =>
      service.claim({ id, takeOver, from, actor, now, voice }),
    'resetRequests.saveNote': async ({ id, note }, { actor, now }) => {
      await service.saveNote({ id, note, actor, now });
      return { savedAt: rfc3339(now) };
    },
    'resetRequests.recordCheck': ({ id, ...check }, { actor, now, voice }) =>
      service.recordCheck({ id, check, actor, now, voice }),
    'resetRequests.askManager': ({ id }, { actor, now, voice }) =>
      service.askManager({ id, actor, now, voice }),
    'resetRequests.lookAtLink': ({ token }, { now, voice }) => service.lookAtLink({ token, now, voice }),
    'resetRequests.veto': async ({ token }, { now }) => {
      await service.veto({ token, now });
      return undefined;
    },
    'me.confirmations': (_input, { actor, now }) => service.confirmations({ userId: actor.userId, now }),
    'me.answerConfirmation': async ({ id, outcome, note = null }, { actor, now }) => {
      await service.answerConfirmation({ id, outcome, note, actor, now });
      return undefined;
    },
    'me.resetRequest': (_input, { actor, now }) => service.ownRequest(actor.userId, now),
    'me.answerReset': async ({ mine }, { actor, now }) => {
      const { userId, sessionId, steppedUpUntil } = actor;
      await service.answerReset({ userId, sessionId, steppedUpUntil, mine, now });
      return undefined;
    },
    'resetRequests.chooseTargets': (input, { actor, now, voice }) =>
      service.chooseTargets({ ...input, actor, now, voice }),
    'resetRequests.stopAuthenticators': ({ id, factorIds = null }, { actor, now, voice }) =>
      service.stopAuthenticators({ id, factorIds, actor, now, voice }),
    'resetRequests.reportAttack': ({ id, note }, { actor, now, voice }) =>
      service.reportAttack({ id, note, actor, now, voice }),
    'resetRequests.askDecision': ({ id }, { actor, now, voice }) =>
      service.askDecision({ id, actor, now, voice }),
    'resetRequests.handTo': ({ id, userId: to }, { actor, now, voice }) =>
      service.handTo({ id, to, actor, now, voice }),
    'resetRequests.colleagues': ({ id }, { actor }) => service.colleagues({ id, actor }),
    'me.deskNotices': (_input, { actor, now }) => service.deskNotices({ actor, now }),
    'resetRequests.approve': ({ id, note = null, version = null }, { actor, now, voice }) =>
      service.approve({ id, note, version, actor, now, voice }),
    'resetRequests.deny': ({ id, reason, suspectedAttack = false }, { actor, now, voice }) =>
      service.deny({ id, reason, suspectedAttack, actor, now, voice }),
    'resetRequests.denySeveral': ({ suspectedAttack = false, ...input }, { actor, now, voice }) =>
      service.denySeveral({ ...input, suspectedAttack, actor, now, voice }),
    'resetRequests.stopHold': ({ id, reason, suspectedAttack = false }, { actor, now, voice }) =>
      service.stopHold({ id, reason, suspectedAttack, actor, now, voice }),
    'resetRequests.retry': ({ id }, { actor, now, voice }) => service.retry({ id, actor, now, voice }),
    'resetRequests.sendActivation': ({ id }, { actor, now, voice }) =>
      service.sendActivation({ id, actor, now, voice }),
    'resetRequests.handOver': ({ id }, { actor, now }) => service.handOver({ id, actor, now }),
    'resetRequests.freeze': async ({ reason, switches = ['resets'] }, { actor, now }) =>
      frozenNow(await service.freeze({ reason, switches, actor, now })),
    'resetRequests.unfreeze': async ({ reason, switches = ['resets'] }, { actor, now }) =>
      frozenNow(await service.unfreeze({ reason, switches, actor, now })),
    'users.unlock': async ({ id, checks = [], note = null }, { actor, now, voice }) => {
      await service.unlock({ userId: id, checks, note, actor, now });
      return userDetail(id, { now, voice });
    },
    'users.endSessions': async ({ id, askNewPassword = false, requestId }, { actor, now, voice }) => {
      await service.endAccess({ userId: id, askNewPassword, requestId, actor, now });
      return userDetail(id, { now, voice });
    },
    'users.sendActivationCode': async ({ id }, { actor, now, voice }) => {
      await service.sendActivationTo({ userId: id, actor, now });
      return userDetail(id, { now, voice });
    },
    'users.reset': ({ id, reason, note, checks }, { actor, now, voice }) =>
      service.directReset({ userId: id, reason, note, checks, actor, now, voice }),
    'viewers.list': (_input, { now }) => viewers.list(now),
    'viewers.stay': async ({ id, page }, { actor: { userId, sessionId }, now }) => {
      await viewers.stay({ requestId: id, userId, sessionId, page }, now);
      return undefined;
    },
    'viewers.leave': async ({ id, page }, { actor: { userId, sessionId }, now }) => {
      viewers.leave({ requestId: id, userId, sessionId, page }, now);
      return undefined;
    },
  };
}
