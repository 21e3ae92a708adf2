import type { Insertable } from 'kysely';
import type { AuditAction } from '../../../../contract/auditActions.ts';
import { DAY, HOUR, MINUTE } from '../../../time.ts';
import type { AdoptionDaysTable, PolicyVersionsTable, UserRolesTable } from '../../../db/schema.ts';
import type { AuditEvent } from '../../../domain/audit/append.ts';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults.ts';
import { roleRows } from '../../../domain/people/createUser.ts';
import type { Chance } from './chance.ts';
import { sampleExemptions } from './exemptions.ts';
import { AGE_DAYS, EVERYONE_DAYS } from './plan.ts';
import type { SamplePerson } from './rows.ts';

/** Days since two people were exempted. */
const EXEMPT_DAYS = 6;
/** Days since the first departments were asked. */
const SOME_DAYS = 120;

/** Four versions: the default, two departments, everyone, everyone but two. */
export function policyVersions(
  people: readonly SamplePerson[],
  now: number,
): Insertable<PolicyVersionsTable>[] {
  const savedBy = people[0]?.user.id ?? null;
  const some = {
    ...DEFAULT_POLICY,
    required: { scope: 'selected' as const, roles: [], departments: ['Finance', 'IT'] },
  };
  const everyone = { ...some, required: { scope: 'everyone' as const, roles: [], departments: [] } };
  const version = (number: number, document: object, reason: string, daysAgo: number) => ({
    version: number,
    document: JSON.stringify(document),
    reason,
    saved_by: savedBy,
    saved_at: now - daysAgo * DAY,
  });
  return [
    version(1, DEFAULT_POLICY, 'What every organisation begins with.', AGE_DAYS),
    version(2, some, 'Finance and IT first, after the invoice fraud in spring.', SOME_DAYS),
    version(3, everyone, 'Everyone, as the insurer asks from next quarter on.', EVERYONE_DAYS),
    version(
      4,
      { ...everyone, exemptions: sampleExemptions(people, now) },
      'Two people who can’t use a phone yet, each with an end.',
      EXEMPT_DAYS,
    ),
  ];
}

/** Staff roles, held since the organisation began. */
export function sampleRoles(people: readonly SamplePerson[]): Insertable<UserRolesTable>[] {
  const founder = people[0]?.user.id ?? null;
  return people.flatMap(({ user, plan }) => roleRows(user.id, plan.roles, founder, user.created_at));
}

/** How many people had MFA at the end of each day on which that changed; the last one is today's number. */
export function adoptionDays(people: readonly SamplePerson[]): Insertable<AdoptionDaysTable>[] {
  const days = new Map<string, number>();
  let on = 0;
  const setUps = people
    .filter(({ user }) => user.mfa_state !== 'off')
    .map(({ user }) => user.mfa_since ?? user.created_at)
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
  for (const [index, days] of [SOME_DAYS, EVERYONE_DAYS, EXEMPT_DAYS].entries()) {
    const version = index + 2;
    const at = now - days * DAY;
    events.push({
      at,
      action: 'policy.saved',
      actor: people[1]?.user ?? null,
      target: null,
      data: { version },
    });
  }
  for (const person of people) events.push(...personEvents(chance, person, founder, now));
  return events;
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
  if (plan.mfa === 'setup_due') events.push(by(null)(now - DAY, 'mfa.reset'));
  if (plan.lastSignInAt !== null) {
    for (let back = 0; back < 4; back += 1) {
      const at = plan.lastSignInAt - back * chance.between(5, 40) * HOUR;
      if (at > user.created_at + HOUR) events.push(own(at, 'sign_in.succeeded', { via: 'password' }));
    }
  }
  if (user.locked_at !== null) {
    for (let wrong = 10; wrong > 0; wrong -= 1)
      events.push(by(null)(user.locked_at - wrong * MINUTE, 'mfa.wrong_code'));
    events.push(by(null)(user.locked_at, 'mfa.locked'));
  } else if (plan.driftSeconds !== null) {
    events.push(by(null)(now - chance.between(0.2, 5) * HOUR, 'mfa.wrong_code'));
  }
  if (plan.status === 'suspended') events.push(staff(now - chance.between(1, 30) * DAY, 'user.suspended'));
  return events;
}

/** Oldest first, as a log is written. */
export function inOrder(events: readonly AuditEvent[], now: number): AuditEvent[] {
  return events
    .map((event) => ({ ...event, at: Math.min(Math.round(event.at), now) }))
    .toSorted((a, b) => a.at - b.at);
}
