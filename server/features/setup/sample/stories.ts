import type {
  CheckKind,
  CheckOutcome,
  RequestState,
  Tier,
} from '../../../../contract/operations/resetRequests.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import { MINUTE } from '../../../time.ts';
import { AGE_DAYS, IN_QUEUE, ORDINARY } from './plan.ts';
import type { PlannedPerson } from './plan.ts';

/** A reset request as it would be told. People are positions in the plan. */
export interface Story {
  user: number;
  /** The verifier first, then those who decided. */
  staff: number[];
  state: RequestState;
  tier: Tier;
  source: 'sign_in' | 'disable' | 'staff';
  reason: ResetReason | null;
  agoMinutes: number;
  decidedAfterMinutes?: number;
  decisionNote?: string;
  suspectedAttack?: boolean;
  userNote?: string;
  staffNote?: string;
  reasons: { code: string; facts?: Record<string, string>; daysAgo: number }[];
  /** Kind, outcome, minutes after the opening. */
  checks: [CheckKind, CheckOutcome, number][];
  /** Nothing was set up again after the reset. */
  withoutSince?: true;
  contactChanges?: { field: 'email' | 'phone' | 'mobile'; from: string; daysAgo: number }[];
  address: string;
  userAgent: string;
}

/** What everybody at the office comes from. */
export const BROWSER = {
  address: '198.51.100.23',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36',
};
export const DAY_MINUTES = 24 * 60;

export const OFFICER = 1;
export const ADMINISTRATORS = [0, 2] as const;
export const DESK = [3, 4, 5] as const;
/** A help desk person and an officer who lost their own phones. */
const STAFF_IN_NEED = [11, 12] as const;

/** What is in the queue now. The first ordinary people have long had MFA. */
export function tellQueue(): Story[] {
  return queue(Array.from({ length: IN_QUEUE }, (_, index) => ORDINARY + index));
}

/** From the sign-in until MFA is given up in that session. */
const INTO_SESSION = 9;

/** The same people; who asks in the queue has not signed in since, and who asks from their own settings did just before. */
export function withSessions(
  people: readonly PlannedPerson[],
  stories: readonly Story[],
  now: number,
): PlannedPerson[] {
  const asked = new Map(stories.map((story) => [story.user, story]));
  return people.map((person, position) => {
    const story = asked.get(position);
    if (!story) return person;
    const openedAt = now - story.agoMinutes * MINUTE;
    const signIns = person.signIns.filter((at) => at < openedAt - INTO_SESSION * MINUTE);
    if (story.source === 'disable') signIns.push(openedAt - INTO_SESSION * MINUTE);
    return { ...person, signIns, lastSignInAt: signIns.at(-1) ?? null };
  });
}

function queue(candidates: readonly number[]): Story[] {
  const base = {
    ...BROWSER,
    reasons: [],
    checks: [],
    source: 'sign_in',
    tier: 'standard',
    state: 'open',
  } as const;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = candidates;
  const [deskPerson, officer] = STAFF_IN_NEED;
  const [desk, otherDesk] = DESK;
  const stories: Omit<Story, 'address' | 'userAgent'>[] = [
    {
      ...base,
      checks: [],
      reasons: [],
      user: a,
      staff: [],
      reason: 'lost_or_stolen',
      agoMinutes: 12,
      userNote: 'Left on the 7:42 from Leeds.',
    },
    {
      ...base,
      user: b,
      staff: [desk],
      reason: 'replaced',
      agoMinutes: 55,
      reasons: [],
      // Minutes ago: the claim that came with it lives.
      checks: [['request_code', 'pass', 51]],
      staffNote: 'Has the new phone at hand, calls back after the meeting.',
    },
    {
      ...base,
      user: c,
      staff: [otherDesk],
      reason: 'broken',
      agoMinutes: 190,
      tier: 'elevated',
      reasons: [{ code: 'mobile_changed', facts: { how: 'changed' }, daysAgo: 9 }],
      checks: [['call_back', 'no_answer', 30]],
      contactChanges: [{ field: 'mobile', from: '+447700900987', daysAgo: 9 }],
    },
    {
      ...base,
      user: d,
      staff: [desk],
      state: 'verified',
      source: 'staff',
      reason: 'app_deleted',
      agoMinutes: 200,
      tier: 'elevated',
      reasons: [
        {
          code: 'opened_by_staff',
          daysAgo: 200 / DAY_MINUTES,
        },
      ],
      // Of the kinds that count for a day: who looks round for an hour still finds it verified.
      checks: [
        ['in_person', 'pass', 20],
        ['manager_confirmation', 'pass', 45],
      ],
    },
    {
      ...base,
      user: e,
      staff: [desk],
      state: 'verified',
      source: 'disable',
      reason: null,
      agoMinutes: 300,
      reasons: [],
      checks: [['existing_code', 'pass', 0]],
    },
    {
      ...base,
      user: deskPerson,
      staff: [],
      reason: 'lost_or_stolen',
      agoMinutes: 130,
      tier: 'privileged',
      reasons: [{ code: 'staff', facts: { role: 'help_desk' }, daysAgo: AGE_DAYS - 1 }],
      checks: [],
    },
    {
      ...base,
      user: officer,
      staff: [otherDesk, OFFICER, ADMINISTRATORS[1]],
      state: 'approved',
      reason: 'broken',
      agoMinutes: 17 * 60,
      decidedAfterMinutes: 120,
      tier: 'privileged',
      reasons: [{ code: 'staff', facts: { role: 'security_officer' }, daysAgo: AGE_DAYS - 1 }],
      checks: [
        ['in_person', 'pass', 40],
        ['request_code', 'pass', 70],
        ['photo_id_video', 'pass', 90],
      ],
    },
    {
      ...base,
      checks: [],
      reasons: [],
      user: f,
      staff: [],
      reason: 'code_refused',
      agoMinutes: 6.4 * DAY_MINUTES,
    },
  ];
  return stories.map((story) => ({ ...BROWSER, ...story }));
}
