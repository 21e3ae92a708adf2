import type { QueryClient } from '@tanstack/react-query';
import type { LiveEventKind } from '../../contract/events.ts';
import type { operations, OperationName } from '../../contract/operations.ts';

/** What stands before the dot: the operations that answer for one part of the console. */
type FeatureOf<N extends string> = N extends `${infer F}.${string}` ? F : never;
type Feature = FeatureOf<OperationName>;

/** Asked by POST only because what they ask by is secret or long, or asks somewhere else. */
type ReadByPost =
  | 'users.named'
  | 'jobs.preview'
  | 'policy.impact'
  | 'settings.systems.test'
  | 'identityChecks.look'
  | 'password.lookAtLink'
  | 'resetRequests.lookAtLink'
  | 'pendingChanges.lookAtLink';
/** Asked when somebody presses a button, and an entry in the audit log, though nothing else changes. */
type DoneByGet = 'users.export' | 'jobs.result' | 'audit.export' | 'audit.exportResets' | 'audit.verify';
type ChangedBy<N extends OperationName> = (typeof operations)[N]['method'] extends 'GET' ? never : N;

/** What somebody does, as opposed to what a page reads. */
export type WriteName =
  Exclude<{ [N in OperationName]: ChangedBy<N> }[OperationName], ReadByPost> | DoneByGet;

const REQUEST_ACT = ['resetRequests', 'dashboard', 'users'] as const;
/** What may wait for a second person, and mails them. */
const CHANGE = ['pendingChanges', 'dashboard', 'outbox'] as const;
const PERSON_ACT = ['users', 'dashboard', 'resetRequests', 'outbox'] as const;

/** Whose answers are old after a write; an operation that is missing here doesn't compile. */
export const STALE_AFTER_WRITE: Readonly<Record<WriteName, readonly Feature[]>> = {
  'setup.createOrganisation': ['setup'],
  'setup.openSample': ['setup'],

  'signIn.start': ['signIn'],
  'signIn.verify': ['signIn'],
  'signIn.moreTime': ['signIn'],
  'signIn.beginEnrolment': ['signIn'],
  'signIn.confirmEnrolment': ['signIn'],
  'signIn.requestReset': ['signIn'],
  'signIn.lostDevice': ['signIn'],
  'signIn.openHeld': ['signIn'],
  // Who comes in or goes out empties the cache.
  'signIn.signOut': [],
  'sso.begin': [],
  'sso.complete': [],
  'password.forgot': ['password'],
  'password.confirm': ['password'],

  'me.update': ['me'],
  'notices.see': ['notices'],
  'me.password': ['me'],
  'me.beginEnrolment': ['me'],
  'me.confirmEnrolment': ['me', 'dashboard', 'users'],
  'me.disable': ['me', 'dashboard', 'users', 'resetRequests'],
  'me.renameAuthenticator': ['me', 'users'],
  'me.removeAuthenticator': ['me', 'dashboard', 'users', 'resetRequests'],
  'me.stopAuthenticator': ['me', 'dashboard', 'users', 'resetRequests'],
  'me.requestReset': ['me', 'dashboard', 'users', 'resetRequests'],
  'me.cancelReset': ['me'],
  'me.createView': ['me'],
  'me.updateView': ['me'],
  'me.deleteView': ['me'],
  'me.answerReset': ['me'],
  'me.answerConfirmation': ['me', 'resetRequests'],
  'me.endSessions': ['me'],
  'me.stepUp': ['me'],
  'me.beginSsoStepUp': [],
  'me.completeSsoStepUp': ['me'],

  'users.create': ['users', 'dashboard', 'outbox', 'invitations'],
  'users.update': [...PERSON_ACT, 'policy', 'pendingChanges'],
  'users.import': ['users', 'dashboard', 'outbox', 'pendingChanges', 'invitations'],
  'users.export': ['users'],
  'users.sendSetUpLink': [...PERSON_ACT, 'invitations'],
  'invitations.send': ['invitations', 'jobs', 'users', 'outbox'],
  'jobs.create': ['invitations', 'jobs'],
  'jobs.cancel': ['invitations', 'jobs', 'users'],
  'jobs.undo': ['invitations', 'jobs'],
  'jobs.result': [],
  'users.unlock': PERSON_ACT,
  'users.endSessions': PERSON_ACT,
  'users.sendActivationCode': PERSON_ACT,
  'users.reset': PERSON_ACT,
  'users.linkSso': [...CHANGE, 'users', 'settings'],
  'users.unlinkSso': ['users', 'settings', 'outbox'],
  'users.linkSystem': [...CHANGE, 'users', 'settings'],
  'users.unlinkSystem': ['users', 'settings', 'outbox'],
  'users.setPasswordUse': ['users', 'dashboard', 'settings', 'policy'],

  'resetRequests.open': REQUEST_ACT,
  'resetRequests.claim': REQUEST_ACT,
  // The one who types it has it; what else the request says doesn't change by it.
  'resetRequests.saveNote': [],
  'resetRequests.recordCheck': REQUEST_ACT,
  'resetRequests.askManager': REQUEST_ACT,
  'resetRequests.chooseTargets': REQUEST_ACT,
  'resetRequests.stopAuthenticators': REQUEST_ACT,
  'resetRequests.reportAttack': REQUEST_ACT,
  'resetRequests.askDecision': REQUEST_ACT,
  'resetRequests.handTo': [...REQUEST_ACT, 'me'],
  'resetRequests.approve': REQUEST_ACT,
  'resetRequests.deny': REQUEST_ACT,
  'resetRequests.denySeveral': REQUEST_ACT,
  'resetRequests.stopHold': REQUEST_ACT,
  'resetRequests.retry': REQUEST_ACT,
  'resetRequests.sendActivation': REQUEST_ACT,
  'resetRequests.handOver': ['resetRequests', 'users'],
  'resetRequests.freeze': ['resetRequests', 'me', 'dashboard'],
  'resetRequests.unfreeze': ['resetRequests', 'me', 'dashboard'],
  'resetRequests.explainOutside': ['resetRequests'],
  'resetRequests.reportOutside': ['resetRequests'],
  'resetRequests.veto': ['resetRequests'],
  // The server tells everybody, this page too, where it changed anything.
  'viewers.stay': [],
  'viewers.leave': [],

  'dashboard.putDayOneAway': ['dashboard'],

  'policy.update': ['policy', 'dashboard', 'users', 'me', 'resetRequests'],

  // Whatever it was has changed: a provider, a link, people.
  'pendingChanges.approve': [...CHANGE, 'settings', 'signIn', 'users'],
  'pendingChanges.withdraw': CHANGE,
  'pendingChanges.withdrawByLink': [],

  'audit.verify': ['audit'],
  'audit.export': ['audit'],
  'audit.exportResets': [],

  'outbox.retry': ['outbox'],
  'outbox.sendAgain': ['outbox'],
  'outbox.askReveal': ['outbox', 'audit'],
  'outbox.reveal': ['outbox', 'audit'],

  'settings.update': ['settings', 'me', 'outbox', 'invitations', 'dashboard'],
  'settings.testMail': ['settings', 'outbox', 'invitations', 'users', 'dashboard'],
  'settings.sso.create': [...CHANGE, 'settings', 'signIn', 'users'],
  'settings.sso.update': [...CHANGE, 'settings', 'signIn', 'users'],
  'settings.sso.remove': ['settings', 'signIn', 'users'],
  'settings.sso.beginTest': [],
  'settings.sso.completeTest': [],
  'settings.attestor.save': [...CHANGE, 'settings'],
  'settings.attestor.remove': [...CHANGE, 'settings'],
  'settings.systems.create': [...CHANGE, 'settings', 'users'],
  'settings.systems.update': [...CHANGE, 'settings', 'users'],
  'settings.systems.remove': [...CHANGE, 'settings', 'users'],
  'settings.systems.setLinkRule': [...CHANGE, 'settings', 'users'],
  'settings.systems.setPeopleReading': [...CHANGE, 'settings', 'users'],
  'settings.systems.readPeople': ['settings'],
};

/** Whose answers are old after an event of a kind. */
const STALE_AFTER_EVENT: Readonly<Record<LiveEventKind, readonly Feature[]>> = {
  // Settings count what another system asked.
  reset_requests: ['resetRequests', 'dashboard', 'users', 'me', 'notices', 'settings'],
  users: ['users', 'dashboard', 'invitations'],
  policy: ['policy', 'dashboard', 'users', 'me', 'resetRequests', 'notices'],
  outbox: ['outbox'],
  audit: ['audit'],
  organisation: ['settings', 'me', 'resetRequests', 'notices'],
  me: ['me', 'notices'],
  pending_changes: ['pendingChanges', 'dashboard', 'notices'],
  viewers: ['viewers'],
  jobs: ['jobs', 'invitations'],
};

/** Reads again what is on screen of these features, and the rest of theirs when it is next shown. */
export function readAgain(client: QueryClient, features: readonly Feature[]): void {
  void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => isOf(features, name) });
}

/** The same after an event; a query with `live: false` decides for itself. */
export function readAgainLive(client: QueryClient, kind: LiveEventKind): void {
  const features = STALE_AFTER_EVENT[kind];
  void client.invalidateQueries({
    predicate: ({ queryKey: [name], meta }) => meta?.live !== false && isOf(features, name),
  });
}

function isOf(features: readonly Feature[], name: OperationName): boolean {
  return features.some((feature) => name.startsWith(`${feature}.`));
}
