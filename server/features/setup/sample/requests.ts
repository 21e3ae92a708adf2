import type { AuditAction } from '../../../../contract/auditActions.ts';
import type { Insertable } from 'kysely';
import { CHECKS } from '../../../../contract/checks.ts';
import type { CheckKind, CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../context.ts';
import { DAY, HOUR, MINUTE } from '../../../time.ts';
import { keyedHash, sha256Hex } from '../../../crypto/hash.ts';
import { requestCode, uuidv7 } from '../../../crypto/random.ts';
import type {
  ContactChangesTable,
  ManagerConfirmationsTable,
  ResetApprovalsTable,
  ResetChecksTable,
  ResetRequestsTable,
} from '../../../db/schema.ts';
import type { AuditEvent } from '../../../domain/audit/append.ts';
import { vetoToken } from '../../../domain/mail/vetoToken.ts';
import { TARGETS } from '../../../domain/systems/macs.ts';
import type { SamplePerson } from './rows.ts';
import type { Story } from './stories.ts';
import { workOn } from './working.ts';

type RequestRow = Insertable<ResetRequestsTable>;

export interface RequestRows {
  requests: RequestRow[];
  confirmations: Insertable<ManagerConfirmationsTable>[];
  checks: Insertable<ResetChecksTable>[];
  approvals: Insertable<ResetApprovalsTable>[];
  contactChanges: Insertable<ContactChangesTable>[];
  events: AuditEvent[];
}

const EXPIRY = 7 * DAY;
/** Of a privileged request, as policy says there. */
export const HOLD_HOURS = 24;
/** From the reset until MFA is set up again. */
const SETUP = 35 * MINUTE;
const PENDING: readonly string[] = ['open', 'verified', 'approved'];

/** The rows and events that the reset machine would have left behind, had these stories happened. */
export function makeRequests(
  deps: Pick<Deps, 'random' | 'keys'>,
  people: readonly SamplePerson[],
  stories: readonly Story[],
  now: number,
): RequestRows {
  const rows: RequestRows = {
    requests: [],
    confirmations: [],
    checks: [],
    approvals: [],
    contactChanges: [],
    events: [],
  };
  const personAt = (position: number): SamplePerson => {
    const person = people[position];
    if (!person) throw new Error(`The sample has no person ${position}.`);
    return person;
  };
  // Numbered as they came in.
  for (const story of stories.toSorted((a, b) => b.agoMinutes - a.agoMinutes)) {
    const { user, plan } = personAt(story.user);
    const manager = plan.manager === null ? undefined : personAt(plan.manager).user;
    const staff = story.staff.map((position) => personAt(position).user);
    addStory(deps, rows, { story, user, manager, staff, now });
    if (PENDING.includes(story.state)) user.mfa_state = 'reset_pending';
  }
  return rows;
}

interface Telling {
  story: Story;
  user: SamplePerson['user'];
  manager: SamplePerson['user'] | undefined;
  /** The verifier first, then those who decided. */
  staff: SamplePerson['user'][];
  now: number;
}

function addStory(deps: Pick<Deps, 'random' | 'keys'>, rows: RequestRows, telling: Telling): void {
  const { story, user, manager, staff, now } = telling;
  const openedAt = Math.round(now - story.agoMinutes * MINUTE);
  const id = uuidv7(openedAt, deps.random);
  const verifier = staff[0];
  const { question, claims, claim } = workOn(story, openedAt);
  const deciders =
    story.state === 'approved' || story.decidedAfterMinutes !== undefined ? staff.slice(1) : [];
  const decider = deciders.at(-1);
  const decidedAt =
    decider && story.decidedAfterMinutes !== undefined ? openedAt + story.decidedAfterMinutes * MINUTE : null;
  const ended = !PENDING.includes(story.state);
  const isHeld = story.tier === 'privileged' && (story.state === 'approved' || story.state === 'completed');
  const holdEndsAt = isHeld && decidedAt !== null ? decidedAt + HOLD_HOURS * HOUR : null;
  const undecided = openedAt + (story.state === 'expired' ? EXPIRY : 40 * MINUTE);
  const endedAt = holdEndsAt ?? decidedAt ?? undecided;
  const event = (
    action: AuditAction,
    at: number,
    by: typeof user | undefined,
    data: Record<string, unknown> = {},
  ) => rows.events.push({ at, action, actor: by ?? null, target: user, data: { requestId: id, ...data } });

  rows.requests.push({
    id,
    number: rows.requests.length + 1,
    user_id: user.id,
    state: story.state,
    pending: ended ? 0 : 1,
    tier: story.tier,
    reasons: JSON.stringify(
      story.reasons.map(({ daysAgo, ...reason }) => ({
        ...reason,
        at: Math.round(now - daysAgo * DAY),
      })),
    ),
    source: story.source,
    reason: story.reason,
    user_note: story.userNote ?? null,
    staff_note: story.staffNote ?? '',
    code_hash:
      story.source === 'staff' ? null : keyedHash(deps.keys, 'request-code', requestCode(deps.random)),
    code_wrong_tries: 0,
    opened_at: openedAt,
    opened_by: story.source === 'staff' ? (verifier?.id ?? null) : null,
    expires_at: openedAt + EXPIRY,
    claimed_by: claim && (verifier?.id ?? null),
    claimed_at: claim && claim.from,
    claim_ends_at: claim && claim.until,
    hold_ends_at: holdEndsAt,
    decided_by: decider?.id ?? null,
    decided_at: decidedAt,
    decision_note: story.decisionNote ?? null,
    suspected_attack: story.suspectedAttack ? 1 : 0,
    ended_at: ended ? endedAt : null,
    veto_token_hash: sha256Hex(vetoToken(deps.keys, id)),
    version: 1,
    targets: null,
    targets_mac: TARGETS.of(deps.keys, { id, user_id: user.id, targets: null }),
    address: story.source === 'staff' ? null : story.address,
    user_agent: story.source === 'staff' ? null : story.userAgent,
  });
  event('reset_request.opened', openedAt, story.source === 'staff' ? verifier : user, {
    source: story.source,
    tier: story.tier,
    reason: story.reason,
  });

  // Told before the acts that they came with: of one moment the log keeps this order.
  for (const at of claims) event('reset_request.claimed', at, verifier, { takenOver: false });
  if (question && manager && verifier) {
    const { askedAt, answeredAt, outcome } = question;
    rows.confirmations.push({
      id: uuidv7(askedAt, deps.random),
      request_id: id,
      manager_id: manager.id,
      asked_by: verifier.id,
      asked_at: askedAt,
      answered_by: manager.id,
      answered_at: answeredAt,
      outcome,
    });
    const asked = { managerId: manager.id, managerName: manager.name };
    event('reset_request.manager_asked', askedAt, verifier, asked);
  }
  const recorders = { staff: verifier, manager, user: undefined };
  for (const [kind, outcome, minutes] of story.checks) {
    const at = openedAt + minutes * MINUTE;
    const by = recorders[CHECKS[kind].recordedBy];
    rows.checks.push(checkRow(deps, { id, kind, outcome, at, user, by }));
    event('reset_request.check_recorded', at, by, { kind, outcome });
  }
  for (const [index, person] of deciders.entries()) {
    if (story.state !== 'approved' && story.state !== 'completed') break;
    const at = (decidedAt ?? openedAt) - (deciders.length - 1 - index) * 20 * MINUTE;
    rows.approvals.push({ request_id: id, by_id: person.id, at, note: null, void_at: null });
    event('reset_request.approved', at, person, { tier: story.tier });
  }
  if (ended) addEnding(telling, { event, events: rows.events }, endedAt);
  if (story.state === 'completed' && !story.withoutSince)
    user.mfa_since = Math.max(user.mfa_since ?? 0, endedAt + SETUP);
  for (const change of story.contactChanges ?? []) {
    rows.contactChanges.push({
      id: uuidv7(now - change.daysAgo * DAY, deps.random),
      user_id: user.id,
      field: change.field,
      old_value: change.from,
      new_value: user[change.field],
      first: 0,
      at: now - change.daysAgo * DAY,
      by_id: null,
      system_id: null,
    });
  }
}

function addEnding(
  { story, user, staff }: Telling,
  {
    event,
    events,
  }: {
    event: (
      action: AuditAction,
      at: number,
      by: SamplePerson['user'] | undefined,
      data?: Record<string, unknown>,
    ) => void;
    events: AuditEvent[];
  },
  at: number,
): void {
  switch (story.state) {
    case 'completed':
      event('reset_request.completed', at + 1, undefined, { tier: story.tier });
      event('mfa.reset', at + 2, undefined);
      // No event of the request, as in life: a setup asks for a code, and not what it was sent for.
      if (!story.withoutSince)
        events.push({ at: at + SETUP, action: 'mfa.set_up', actor: user, target: user });
      break;
    case 'denied':
      event('reset_request.denied', at, staff[1], {
        reason: story.decisionNote,
        suspectedAttack: story.suspectedAttack ?? false,
      });
      break;
    case 'expired':
      event('reset_request.expired', at, undefined);
      break;
    case 'cancelled':
    case 'vetoed':
      event(`reset_request.${story.state}`, at, user);
      break;
    default:
      throw new Error(`A request that is ${story.state} has no ending.`);
  }
}

function checkRow(
  deps: Pick<Deps, 'random'>,
  check: {
    id: string;
    kind: CheckKind;
    outcome: CheckOutcome;
    at: number;
    user: SamplePerson['user'];
    by: SamplePerson['user'] | undefined;
  },
): Insertable<ResetChecksTable> {
  const number = check.user.phone ?? check.user.mobile;
  return {
    id: uuidv7(check.at, deps.random),
    request_id: check.id,
    kind: check.kind,
    outcome: check.outcome,
    by_id: check.by?.id ?? null,
    at: check.at,
    note: null,
    number_ending: check.kind === 'call_back' ? (number?.slice(-2) ?? null) : null,
    to_mobile: check.kind === 'call_back' ? Number(check.user.phone === null) : null,
    void_at: null,
  };
}
