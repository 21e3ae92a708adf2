import type { Db } from '../../../../server/db/connection.ts';
import { DAY } from '../../../../server/time.ts';
import type { People } from './people.ts';
import { actOf } from './sight.ts';
import type { Memory, SeenEvent } from './sight.ts';

/** Mails by which whoever reads them gets in. */
const LET_IN = [
  'reset_done',
  'activation_code',
  'password_link',
  'new_password_wanted',
  'set_up_link',
  'way_back_in',
];

/** What is wrong with a reveal of a mail (product: Mail; issue 8.2); nothing where it is legal. */
export async function revealFaults(
  db: Db,
  { actor_id: by, at, data }: SeenEvent,
  { people, memory }: { people: People; memory: Memory },
): Promise<string[]> {
  if (by === null) return ['a reveal by nobody'];
  const mail = await db.kysely
    .selectFrom('outbox')
    .select(['kind', 'user_id', 'request_id', 'created_at', 'state'])
    .where('id', '=', String(data['mailId']))
    .executeTakeFirstOrThrow();
  const faults: string[] = [];
  if (!people.decides(by)) faults.push('a reveal by somebody who may not decide');
  if (!memory.proven.has(actOf(by, at))) faults.push('a reveal without a step-up');
  if (mail.user_id === by) faults.push('a reveal of one’s own mail');
  if (mail.user_id !== null && people.rank(by) < people.rank(mail.user_id))
    faults.push('a reveal to a lower rank');
  if (mail.state === 'sent') faults.push('a reveal of what was sent');

  const decided = await peopleOfRequest(db, mail.request_id);
  if (!LET_IN.includes(mail.kind)) {
    const others = people.otherDeciders(new Set([...decided, by]), at);
    if (decided.has(by) && others.length > 0) faults.push('a reveal by who verified or decided');
    return faults;
  }
  const involved = new Set(decided);
  const acts = await actsBehind(db, { ...mail, id: String(data['mailId']) }, at);
  if (!acts.some((act) => act.first === true) && [...decided].every((id) => id === mail.user_id))
    faults.push('a reveal of what nobody had sent, by one person alone');
  for (const act of acts)
    if (act.by !== null) for (const hand of people.handsOf(act.by, act.at)) involved.add(hand);
  const seen = people.handsOf(by, at);
  const parts = [...seen].filter((id) => involved.has(id));
  if (parts.length > 0) faults.push(`a reveal of ${mail.kind} by who had a part in it`);
  if (people.isYoung(by, at) && people.otherDeciders(new Set([...involved, by]), at).length > 0)
    faults.push('a reveal by a young role');
  return faults;
}

/** Who it is about, recorded checks, approved or decided otherwise. */
async function peopleOfRequest({ kysely }: Db, id: string | null): Promise<Set<string>> {
  if (id === null) return new Set();
  const request = await kysely
    .selectFrom('reset_requests')
    .select(['user_id', 'decided_by'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const of = (table: 'reset_checks' | 'reset_approvals') =>
    kysely.selectFrom(table).select('by_id').where('request_id', '=', id).execute();
  const acts = [...(await of('reset_checks')), ...(await of('reset_approvals'))];
  return new Set(
    [request.user_id, request.decided_by, ...acts.map(({ by_id }) => by_id)].filter((one) => one !== null),
  );
}

/** Who had it sent, made the account, changed its contacts or turned the way of mails. */
async function actsBehind(
  { kysely }: Db,
  { id, user_id: whose, created_at: sentAt }: { id: string; user_id: string | null; created_at: number },
  now: number,
): Promise<{ by: string | null; at: number; first?: boolean }[]> {
  const turned = await kysely
    .selectFrom('mail_routes')
    .select(['by_id as by', 'at'])
    .where('is_change', '=', 1)
    .where('at', '>', now - 7 * DAY)
    .execute();
  if (whose === null) return turned;
  const sent = await kysely
    .selectFrom('audit_events')
    .select(['actor_id as by', 'at', 'action', 'data'])
    .where('target_id', '=', whose)
    .where('action', 'in', [
      'activation_code.issued',
      'password.link_sent',
      'password.asked_anew',
      'user.created',
      'outbox.reveal_asked',
    ])
    .execute();
  const changed = await kysely
    .selectFrom('contact_changes')
    .select(['by_id as by', 'at'])
    .where('user_id', '=', whose)
    .where('first', '=', 0)
    .where('at', '>', now - 30 * DAY)
    .execute();
  const behind = sent.flatMap(({ by, at, action, data }) => {
    const isAsked = action === 'outbox.reveal_asked';
    if (isAsked && (JSON.parse(data) as { mailId: string }).mailId !== id) return [];
    const first = by !== null && by !== whose && (isAsked || at === sentAt);
    return first || at === sentAt || (action === 'user.created' && at > now - 30 * DAY)
      ? [{ by, at, first }]
      : [];
  });
  return [...turned, ...behind, ...changed];
}
