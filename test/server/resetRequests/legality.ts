import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DAY, HOUR } from '../../../server/time.ts';

const STRONG = ['in_person', 'photo_id_video', 'manager_confirmation'];
const VERIFYING = ['help_desk', 'security_officer', 'administrator'];
const LASTS_AN_HOUR = ['request_code', 'call_back', 'photo_id_video'];
/** By which whoever does it to somebody could be them. */
const ENTERING = [
  'user.created',
  'password.link_sent',
  'outbox.revealed',
  'activation_code.issued',
  'reset_request.approved',
];
const ASKED_OF_CONTACTS = ['call_back', 'manager_confirmation'];
const WEAK = ['call_back', 'existing_code'];
const RANK: Record<string, number> = { auditor: 1, help_desk: 2, security_officer: 3, administrator: 3 };

/**
 * Judges a completed reset from the raw rows and the default policy, written apart from the machine. Answers what is wrong
 * with it; nothing where it is legal (S-30).
 */
export async function illegalities(
  { kysely }: Db,
  requestId: string,
  { now, steppedUp }: { now: number; steppedUp: ReadonlySet<string> },
): Promise<string[]> {
  const wrong: string[] = [];
  const request = await kysely
    .selectFrom('reset_requests')
    .selectAll()
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  const checks = await kysely
    .selectFrom('reset_checks')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('at')
    .execute();
  const approvals = await kysely
    .selectFrom('reset_approvals')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('void_at', 'is', null)
    .execute();
  const roles = Map.groupBy(
    await kysely.selectFrom('user_roles').selectAll().execute(),
    (row) => row.user_id,
  );
  const contacts = await kysely
    .selectFrom('contact_changes')
    .selectAll()
    .where('at', '>', now - 30 * DAY)
    .execute();
  const changes = contacts.filter(({ user_id }) => user_id === request.user_id);
  const log = await kysely
    .selectFrom('audit_events')
    .select(['action', 'actor_id', 'target_id', 'at'])
    .where('action', 'in', ['role.granted', 'role.revoked', ...ENTERING])
    .execute();
  const refusals = await kysely
    .selectFrom('reset_requests')
    .select('ended_at')
    .where('user_id', '=', request.user_id)
    .where('id', '!=', request.id)
    .where('state', 'in', ['denied', 'vetoed'])
    .execute();
  const rolesOf = (id: string) => (roles.get(id) ?? []).map(({ role }) => role as string);
  const rank = (id: string) => Math.max(0, ...rolesOf(id).map((role) => RANK[role] ?? 0));

  const staff = rolesOf(request.user_id).length > 0;
  // Whoever has a phone that is called lost answers it: such a call was never made.
  const counting = checks.filter(
    ({ void_at, kind, outcome, to_mobile }) =>
      void_at === null &&
      !(request.reason === 'lost_or_stolen' && kind === 'call_back' && outcome === 'pass' && to_mobile !== 0),
  );
  const risky =
    request.source === 'staff' || changes.length > 0 || counting.some(({ outcome }) => outcome === 'fail');
  if (staff && request.tier !== 'privileged') wrong.push('staff below privileged');
  const revoked = log.filter(
    ({ action, target_id, at }) =>
      action === 'role.revoked' && target_id === request.user_id && at > now - 30 * DAY,
  );
  if (revoked.length > 0 && request.tier !== 'privileged')
    wrong.push('staff of a moment ago below privileged');
  if (request.tier !== 'privileged' && (await wasSensitive(kysely, request.user_id, now)))
    wrong.push('sensitive below privileged');
  if (risky && request.tier === 'standard') wrong.push('a risk below elevated');

  const quiet = refusals.some(
    ({ ended_at }) =>
      ended_at !== null && ended_at <= request.opened_at && ended_at > request.opened_at - 24 * HOUR,
  );
  const byStaff = request.source === 'staff' || request.source === 'direct';
  if (quiet && !byStaff) wrong.push('a request of the user within a day of a refusal');
  if (quiet && (request.tier === 'standard' || !request.reasons.includes('opened_after_refusal')))
    wrong.push('a refusal of the last day that nobody is told of');

  const last = new Map(counting.map((check) => [check.kind as string, check]));
  const fresh = (kind: string, at: number) =>
    (request.decided_at ?? Infinity) < at + (LASTS_AN_HOUR.includes(kind) ? HOUR : DAY);
  const passed = [...last]
    .filter(([kind, { outcome, at }]) => outcome === 'pass' && fresh(kind, at))
    .map(([kind]) => kind);
  const suffices = (kinds: readonly string[]) => {
    const strong = kinds.filter((kind) => STRONG.includes(kind)).length;
    const all = strong + kinds.filter((kind) => WEAK.includes(kind)).length;
    return request.tier === 'standard' ? strong > 0 || kinds.includes('call_back') : all >= 2 && strong >= 1;
  };
  const codeAsked = request.code_hash !== null && !passed.includes('request_code');
  const byExisting = request.tier === 'standard' && passed.includes('existing_code');
  if (!byExisting && (!suffices(passed) || codeAsked)) wrong.push(`evidence: ${passed.join(', ')}`);

  for (const { kind, outcome, by_id, at } of counting) {
    const verifies = rolesOf(by_id ?? '').some((role) => VERIFYING.includes(role));
    if (by_id !== null && kind !== 'manager_confirmation' && !verifies)
      wrong.push('a check of somebody who may verify no more');
    if (
      kind === 'manager_confirmation' &&
      outcome === 'pass' &&
      (await wasTakenOver(kysely, by_id ?? '', at))
    )
      wrong.push('the word of an account that was taken over a moment ago');
  }

  const verifiers = new Set(counting.map(({ by_id }) => by_id));
  const decided = Math.max(...approvals.map(({ at }) => at));
  const isYoung = (id: string | null, at: number) => {
    const held = roles.get(id ?? '') ?? [];
    return held.length > 0 && held.every(({ granted_at }) => granted_at > at - 7 * DAY);
  };
  const lately = (at: number) => at <= decided && at > decided - 7 * DAY;
  /** Who did what lets them be this account, a moment before it was decided (issue 8.3). */
  const entered = (id: string | null) => [
    ...log.flatMap(({ action, actor_id, target_id, at }) =>
      ENTERING.includes(action) && target_id === id && lately(at) ? (actor_id ?? []) : [],
    ),
    ...contacts.flatMap(({ user_id, by_id, at }) => (user_id === id && lately(at) ? (by_id ?? []) : [])),
  ];
  /** Who gave a verifier their young role, or could be them, and who made those by a role of the last 7 days, and so on. */
  const madeBy = (id: string | null): Set<string> => {
    const direct = [
      ...(roles.get(id ?? '') ?? []).map(({ granted_by }) => granted_by),
      ...log
        .filter(({ action, target_id, at }) => action === 'role.granted' && target_id === id && lately(at))
        .map(({ actor_id }) => actor_id),
    ];
    const found = new Set(isYoung(id, decided) ? direct.filter((maker) => maker !== null) : []);
    for (const by of entered(id)) if (by !== id) found.add(by);
    // A set that grows while it is walked is walked to its end.
    for (const maker of found)
      for (const { action, actor_id, target_id, at } of log)
        if (action === 'role.granted' && target_id === maker && lately(at))
          if (actor_id !== null) found.add(actor_id);
    return found;
  };
  const links = await kysely
    .selectFrom('sso_links')
    .select(['user_id', 'created_by', 'created_at'])
    .where('created_at', '>', decided - 7 * DAY)
    .execute();
  // Here nobody decides in a session that a link made: theirs tells that they came by password and code.
  const bySession = new Set(approvals.map(({ by_id }) => by_id));
  /** Somebody, and whoever could be them. */
  const behind = (id: string) => [
    id,
    ...madeBy(id),
    ...links.flatMap(({ user_id, created_by, created_at }) =>
      user_id === id && lately(created_at) && !bySession.has(id) ? (created_by ?? []) : [],
    ),
  ];
  /** One made the other, or a third made both: never two where two are asked for. */
  const areOne = (a: string, b: string) => behind(a).some((id) => behind(b).includes(id));
  const typists = log.filter(
    ({ action, target_id, at }) =>
      action === 'user.created' && target_id === request.user_id && at > decided - 30 * DAY,
  );
  const leans = !suffices(passed.filter((kind) => !ASKED_OF_CONTACTS.includes(kind)));
  const typed = (id: string) =>
    leans && typists.some(({ actor_id }) => actor_id !== null && areOne(actor_id, id));
  const independent: string[] = [];
  for (const { by_id: decider, at } of approvals) {
    const decides = rolesOf(decider).some((role) => role === 'administrator' || role === 'security_officer');
    if (!decides) wrong.push('a decider without permission');
    if (decider === request.user_id) wrong.push('own account');
    if (rank(decider) < rank(request.user_id)) wrong.push('rank');
    if (!steppedUp.has(`${requestId} ${decider}`)) wrong.push('no step-up');
    if (request.tier !== 'standard' && isYoung(decider, at)) wrong.push('a young role');
    // Who approved and verified afterwards, or had it done by a puppet, is on record but counts no longer.
    const alone =
      typed(decider) || [...verifiers].some((verifier) => verifier !== null && areOne(verifier, decider));
    const another = !independent.some((one) => areOne(one, decider));
    if (request.tier === 'standard' || (!alone && another)) independent.push(decider);
  }
  if (independent.length < (request.tier === 'privileged' ? 2 : 1)) wrong.push('too few second persons');
  const hold = request.tier === 'privileged' ? 24 * HOUR : 0;
  if ((request.decided_at ?? Infinity) + hold > now) wrong.push('hold');
  if (request.paused_at !== null) wrong.push('paused');
  return wrong;
}

/** What somebody did to a report who only has a session from before it (issue 8.6). */
export async function thefts({ kysely }: Db, endedByThief: ReadonlySet<string>): Promise<string[]> {
  if (endedByThief.size === 0) return [];
  const rows = await kysely
    .selectFrom('reset_requests')
    .select(['state', 'reason'])
    .where('id', 'in', [...endedByThief])
    .execute();
  return rows
    .filter(({ state, reason }) => state === 'vetoed' || reason === 'lost_or_stolen')
    .map(({ state }) => `a session from before the request made it ${state}`);
}

/** Whether an account shows, at that moment, what somebody leaves who comes by its mailbox. */
export async function wasTakenOver(kysely: Db['kysely'], userId: string, at: number): Promise<boolean> {
  const changed = await kysely
    .selectFrom('contact_changes')
    .select('id')
    .where('user_id', '=', userId)
    .where('field', '=', 'email')
    .where('at', '>', at - 30 * DAY)
    .where('at', '<=', at)
    .executeTakeFirst();
  const user = await kysely
    .selectFrom('users')
    .select('password_mailed_at')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const mailedAt = user.password_mailed_at ?? -Infinity;
  return changed !== undefined || (mailedAt > at - 30 * DAY && mailedAt <= at);
}

/** Whether policy named this person, or the department they were in, at any moment of the last 30 days. */
export async function wasSensitive(kysely: Db['kysely'], userId: string, now: number): Promise<boolean> {
  const versions = await kysely
    .selectFrom('policy_versions')
    .select(['document', 'saved_at'])
    .orderBy('version')
    .execute();
  const { department } = await kysely
    .selectFrom('users')
    .select('department')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const updates = await kysely
    .selectFrom('audit_events')
    .select(['at', 'data'])
    .where('action', '=', 'user.updated')
    .where('target_id', '=', userId)
    .orderBy('sequence')
    .execute();
  const begin = now - 30 * DAY + 1;
  const changes = [...versions.map(({ saved_at }) => saved_at), ...updates.map(({ at }) => at)];
  return [begin, ...changes.filter((at) => at >= begin && at <= now)].some((moment) => {
    const document = versions.findLast(({ saved_at }) => saved_at <= moment)?.document ?? '{}';
    const { sensitive } = JSON.parse(document) as Partial<PolicyDocument>;
    const next = updates.find(({ at, data }) => at > moment && data.includes('"department"'))?.data;
    const left =
      next === undefined ? null : (JSON.parse(next) as { changed: { department: { from: string | null } } });
    const where = left ? left.changed.department.from : department;
    return (
      sensitive?.people.includes(userId) === true || sensitive?.departments.includes(where ?? '') === true
    );
  });
}
