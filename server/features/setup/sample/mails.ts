import { sentence } from '../../../../contract/words/sentence.ts';
import type { AuditAction } from '../../../../contract/auditActions.ts';
import type { Tier } from '../../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../context.ts';
import { token256 } from '../../../crypto/random.ts';
import type { Tx } from '../../../db/connection.ts';
import type { AuditEvent } from '../../../domain/audit/append.ts';
import { leaseNext, markSent, postpone } from '../../../domain/mail/deliveryStore.ts';
import { mailStaff, mailUser } from '../../../domain/mail/enqueue.ts';
import { DAY, HOUR, rfc3339 } from '../../../time.ts';
import { HOLD_HOURS } from './requests.ts';
import type { SamplePerson } from './rows.ts';

type MailDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

/** Whose mails are told. What is older says nothing that one would look for. */
const DAYS = 30;
/** Of events: a large organisation's outbox would take longer than all else of it. */
const MOST = 150;

/** Of some who left the mailbox is gone: of one in so many. */
const GONE_OF = 4;
const GONE = '550 5.1.1 Recipient address rejected: User unknown in local recipient table';

/**
 * The mails that were sent with these events, oldest first, by the services that send them in life: written for their readers, taken
 * by a mail server seconds later, and so without the codes and links that were in them.
 */
export async function sendPastMails(
  tx: Tx,
  deps: MailDeps,
  { people, events, now }: { people: readonly SamplePerson[]; events: readonly AuditEvent[]; now: number },
): Promise<void> {
  const recent = events.filter(({ at, action }) => at > now - DAYS * DAY && WRITERS[action] !== undefined);
  for (const event of mailed(recent, people).slice(-MOST))
    await WRITERS[event.action]?.(tx, deps, told(event));
  let [sent, left] = [0, 0];
  for (;;) {
    const mail = await leaseNext(tx, deps.db.dialect, now);
    if (!mail) return;
    const isGone = mail.kind === 'account_suspended' && left++ % GONE_OF === 0;
    if (isGone) await postpone(tx, mail, { state: 'failed', refusedAt: now, error: GONE });
    else await markSent(tx, mail, Math.min(mail.created_at + 1000 * (1 + (sent++ % 8)), now));
  }
}

/**
 * Those of them that a mail is sent with: wrong codes are mailed once an hour to the same person, a hold begins with the last
 * approval, and who signs in elsewhere needs no link to a password.
 */
function mailed(events: readonly AuditEvent[], people: readonly SamplePerson[]): AuditEvent[] {
  const external = new Set(people.flatMap(({ user }) => (user.external === 1 ? [user.id] : [])));
  const wrong = new Map<string | undefined, number>();
  const approvals = new Map(
    events.flatMap((event) =>
      event.action === 'reset_request.approved' ? [[event.data?.requestId, event] as const] : [],
    ),
  );
  return events.filter((event) => {
    const { action, at, target, data } = event;
    if (action === 'user.created') return !external.has(target?.id ?? '');
    if (action === 'reset_request.approved')
      return data?.tier === 'privileged' && approvals.get(data.requestId) === event;
    if (action !== 'mfa.wrong_code') return true;
    const isNews = at - (wrong.get(target?.id) ?? 0) >= HOUR;
    if (isNews) wrong.set(target?.id, at);
    return isNews;
  });
}

/** An event as mails speak of it. */
interface Told {
  at: number;
  userId: string;
  person: string;
  by: string;
  requestId?: string;
  data: Record<string, unknown>;
}

function told({ at, actor, target, data = {} }: AuditEvent): Told {
  const { requestId } = data;
  return {
    at,
    userId: target?.id ?? '',
    person: target?.name ?? '',
    by: actor?.name ?? '',
    ...(typeof requestId === 'string' ? { requestId } : {}),
    data,
  };
}

const textOf = (data: Record<string, unknown>, name: string) => {
  const text = data[name];
  return typeof text === 'string' ? text : '';
};

type Writer = (tx: Tx, deps: MailDeps, told: Told) => Promise<void>;

/** A mail to whom it happened, which says no more than that it did. */
const toPerson =
  (kind: PlainKind): Writer =>
  (tx, deps, { at, userId, requestId }) =>
    mailUser(tx, deps, { kind, at, userId, ...(requestId === undefined ? {} : { requestId }) });
type PlainKind =
  | 'mfa_set_up'
  | 'wrong_code'
  | 'locked'
  | 'password_set'
  | 'account_suspended'
  | 'reset_cancelled'
  | 'reset_done';

const LINK_DAYS = 7;

const WRITERS: Partial<Record<AuditAction, Writer>> = {
  'user.created': (tx, deps, { at, userId }) =>
    mailUser(tx, deps, {
      kind: 'set_up_link',
      at,
      userId,
      params: { token: token256(deps.random), linkEndsAt: rfc3339(at + LINK_DAYS * DAY) },
    }),
  'user.suspended': toPerson('account_suspended'),
  'password.set_by_link': toPerson('password_set'),
  'mfa.set_up': toPerson('mfa_set_up'),
  'mfa.wrong_code': toPerson('wrong_code'),
  'mfa.locked': toPerson('locked'),
  async 'reset_request.opened'(tx, deps, { at, userId, person, requestId, data }) {
    const common = { at, ...(requestId === undefined ? {} : { requestId }) };
    await mailUser(tx, deps, { ...common, kind: 'reset_requested', userId });
    const tier = sentence('mail', 'tier', { tier: data.tier as Tier });
    await mailStaff(tx, deps, {
      ...common,
      kind: 'new_request',
      to: 'administrators',
      params: { person, tier },
    });
  },
  'reset_request.manager_asked': (tx, deps, { at, person, data, requestId }) =>
    mailStaff(tx, deps, {
      kind: 'manager_confirmation_wanted',
      at,
      to: [textOf(data, 'managerId')],
      ...(requestId === undefined ? {} : { requestId }),
      params: { person, requestedAt: rfc3339(at) },
    }),
  'reset_request.approved': (tx, deps, { at, userId, requestId }) =>
    mailUser(tx, deps, {
      kind: 'reset_approved_holding',
      at,
      userId,
      ...(requestId === undefined ? {} : { requestId }),
      params: { holdEndsAt: rfc3339(at + HOLD_HOURS * HOUR) },
    }),
  'reset_request.completed': toPerson('reset_done'),
  async 'reset_request.denied'(tx, deps, { at, userId, person, by, requestId, data }) {
    const reason = textOf(data, 'reason');
    const common = { at, ...(requestId === undefined ? {} : { requestId }) };
    const isAttack = data.suspectedAttack === true;
    await mailUser(tx, deps, { ...common, kind: 'reset_denied', userId, params: isAttack ? {} : { reason } });
    if (!isAttack) return;
    const params = { person, by, reason };
    await mailStaff(tx, deps, { ...common, kind: 'suspected_attack', to: 'officers', params });
  },
  'reset_request.cancelled': toPerson('reset_cancelled'),
  async 'reset_request.vetoed'(tx, deps, { at, userId, person, requestId }) {
    const common = { at, ...(requestId === undefined ? {} : { requestId }) };
    await mailUser(tx, deps, { ...common, kind: 'this_was_not_me_done', userId });
    await mailStaff(tx, deps, { ...common, kind: 'reset_vetoed', to: 'officers', params: { person } });
  },
};
