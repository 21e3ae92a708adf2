import type { Keyring } from '../../../crypto/keyring.ts';
import { boundVersion } from '../../../domain/policy/macs.ts';
import type { Insertable } from 'kysely';
import type { AuditAction } from '../../../../contract/auditActions.ts';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { DAY, HOUR, MINUTE, rfc3339 } from '../../../time.ts';
import type { AdoptionDaysTable, PolicyVersionsTable } from '../../../db/schema.ts';
import type { AuditEvent } from '../../../domain/audit/append.ts';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults.ts';
import { roleRows } from '../../../domain/people/createUser.ts';
import type { BoundRole } from '../../../domain/people/macs.ts';
import type { Chance } from './chance.ts';
import { sampleExemptions } from './exemptions.ts';
import { attackAt } from './past.ts';
import { AGE_DAYS, EVERYONE_DAYS } from './plan.ts';
import type { SamplePerson } from './rows.ts';

interface SampleVersion {
  /** Days since it was saved. */
  days: number;
  reason: string;
  document: PolicyDocument;
}

const midnight = (now: number, ago: number) => rfc3339(Math.floor(now / DAY - ago) * DAY);

/** The default, two departments, others in waves, everyone, everyone but two. */
function versionsOf(people: readonly SamplePerson[], now: number): SampleVersion[] {
  const selected = { scope: 'selected' as const, roles: [], departments: ['Finance', 'IT'] };
  const first = { ...DEFAULT_POLICY, required: selected };
  const waves = [
    { startsOn: midnight(now, 150), departments: ['Engineering'] },
    { startsOn: midnight(now, 65), departments: ['Sales', 'Marketing'] },
  ];
  const inWaves = { ...first, rollOut: { ...first.rollOut, waves, pauseAtOpenRequests: 25 } };
  const everyone = { ...first, required: { scope: 'everyone' as const, roles: [], departments: [] } };
  const exempt = { ...everyone, exemptions: sampleExemptions(people, now) };
  return [
    { days: AGE_DAYS, reason: 'What every organisation begins with.', document: DEFAULT_POLICY },
    { days: 300, reason: 'Finance and IT first, after the invoice fraud in spring.', document: first },
    { days: 170, reason: 'Engineering, Sales and Marketing in two waves.', document: inWaves },
    {
      days: EVERYONE_DAYS,
      reason: 'Everyone, as the insurer asks from next quarter on.',
      document: everyone,
    },
    { days: 6, reason: 'Two people who can’t use a phone yet, each with an end.', document: exempt },
  ];
}

export function policyVersions(
  keys: Keyring,
  people: readonly SamplePerson[],
  now: number,
): Insertable<PolicyVersionsTable>[] {
  return versionsOf(people, now).map(({ days: daysAgo, reason, document }, index) =>
    boundVersion(keys, {
      version: index + 1,
      document: JSON.stringify(document),
      reason,
      saved_by: people[index === 0 ? 0 : 1]?.user.id ?? null,
      saved_at: now - daysAgo * DAY,
    }),
  );
}

/** Staff roles, held since the organisation began. */
export function sampleRoles(people: readonly SamplePerson[]): BoundRole[] {
  const founder = people[0]?.user.id ?? null;
  return people.flatMap(({ user, plan }) => roleRows(user.id, plan.roles, founder, user.created_at));
}

/** How many people had MFA at the end of each day on which that changed; the last one is today's number. */
export function adoptionDays(people: readonly SamplePerson[]): Insertable<AdoptionDaysTable>[] {
  const days = new Map<string, number>();
  let on = 0;
  const setUps = people
    .filter(({ user }) => user.mfa_state !== 'off')
    // Whoever was reset since was without for minutes.
    .map(({ user, plan }) => plan.mfaSince ?? user.created_at)
    .toSorted((a, b) => a - b);
  for (const at of setUps) {
    on += 1;
    days.set(new Date(at).toISOString().slice(0, 10), on);
  }
  return [...days].map(([day, on_count]) => ({ day, on_count }));
}

/** What people did over the months, besides reset requests: in no order. */
export function lifeEvents(chance: Chance, people: readonly SamplePerson[], now: number): AuditEvent[] {
  const founder = people[0]?.user ?? null;
  const events: AuditEvent[] = [
    {
      at: now - AGE_DAYS * DAY,
      action: 'organisation.created',
      actor: founder,
      target: founder,
      data: { kind: 'sample' },
    },
  ];
  for (const [index, { days: daysAgo, reason }] of versionsOf(people, now).entries()) {
    if (index === 0) continue;
    events.push({
      at: now - daysAgo * DAY,
      action: 'policy.saved',
      actor: people[1]?.user ?? null,
      target: null,
      data: { version: index + 1, reason },
    });
  }
  events.push(...freeze(people, now));
  for (const person of people) events.push(...personEvents(chance, person, founder, now));
  return events;
}

/** The help desk stops resets while it is under attack, an officer lets them go on. */
function freeze(people: readonly SamplePerson[], now: number): AuditEvent[] {
  const at = attackAt(now);
  const data = { reason: 'Several callers with one voice.', switches: ['resets'] };
  return [
    { at: at + 75 * MINUTE, action: 'resets.frozen', actor: people[3]?.user ?? null, target: null, data },
    {
      at: at + 5 * HOUR,
      action: 'resets.unfrozen',
      actor: people[1]?.user ?? null,
      target: null,
      data: { ...data, reason: 'No more calls; the addresses are with the provider.' },
    },
  ];
}

function personEvents(
  chance: Chance,
  { user, plan }: SamplePerson,
  founder: AuditEvent['actor'],
  now: number,
): AuditEvent[] {
  const by =
    (actor: AuditEvent['actor']) =>
    (at: number, action: AuditAction, data?: Record<string, unknown>): AuditEvent => ({
      at,
      action,
      actor,
      target: user,
      data,
    });
  const own = by(user);
  const staff = by(founder);
  const events = [staff(user.created_at, 'user.created', { username: user.username, imported: true })];
  for (const role of plan.roles) events.push(staff(user.created_at + 1, 'role.granted', { role }));
  if (user.password_hash !== null) {
    events.push(
      own(user.created_at + chance.between(1, 40) * MINUTE, 'password.set_by_link', { purpose: 'set_up' }),
    );
  }
  if (plan.mfaSince !== null) events.push(own(plan.mfaSince, 'mfa.set_up'));
  // Whoever was reset had it before.
  if (plan.mfa === 'setup_due' && user.mfa_since !== null)
    events.push(own(user.created_at + (user.mfa_since - user.created_at) / 4, 'mfa.set_up'));
  for (const at of plan.signIns) {
    if (plan.mfaSince !== null && at > plan.mfaSince && chance.happens(0.02)) {
      events.push(by(null)(at - MINUTE, 'mfa.wrong_code', { inARow: 1 }));
    }
    events.push(own(at, 'sign_in.succeeded', { via: 'password' }));
  }
  if (user.locked_at !== null) {
    for (let wrong = 10; wrong > 0; wrong -= 1)
      events.push(by(null)(user.locked_at - wrong * MINUTE, 'mfa.wrong_code'));
    events.push(by(null)(user.locked_at, 'mfa.locked'));
  } else if (plan.driftSeconds !== null) {
    events.push(by(null)(now - chance.between(0.2, 5) * HOUR, 'mfa.wrong_code'));
  }
  if (plan.status === 'suspended') {
    const last = plan.lastSignInAt ?? user.created_at;
    events.push(staff(last + (now - last) * chance.between(0.2, 0.9), 'user.suspended'));
  }
  return events;
}

/** Oldest first, as a log is written. */
export function inOrder(events: readonly AuditEvent[], now: number): AuditEvent[] {
  return events
    .map((event) => ({ ...event, at: Math.min(Math.round(event.at), now) }))
    .toSorted((a, b) => a.at - b.at);
}
