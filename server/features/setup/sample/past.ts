import { DAY, HOUR, MINUTE } from '../../../time.ts';
import type { Chance } from './chance.ts';
import { AGE_DAYS, IN_QUEUE, ORDINARY, resetAt } from './plan.ts';
import type { PlannedPerson } from './plan.ts';
import { ADMINISTRATORS, BROWSER, DAY_MINUTES, DESK, OFFICER } from './stories.ts';
import type { Story } from './stories.ts';

const REASONS = ['lost_or_stolen', 'broken', 'replaced', 'replaced', 'app_deleted', 'code_refused'] as const;

/** How earlier requests ended, and how often; the first of them end in each of these ways. */
const ENDINGS = [
  ['completed', 0.74],
  ['denied', 0.09],
  ['cancelled', 0.1],
  ['vetoed', 0.03],
  ['expired', 0.04],
] as const;
type Ending = (typeof ENDINGS)[number][0];

/** Nobody asks twice within it: that would be a reason for another tier. */
const APART_DAYS = 45;
/** One afternoon on which somebody called in the names of several people. */
const ATTACK_DAYS = 70;
const ELSEWHERE = {
  address: '203.0.113.201',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/154.0 Safari/537.36',
};
export const attackAt = (now: number): number => Math.floor(now / DAY - ATTACK_DAYS) * DAY + 13.2 * HOUR;

interface Candidate {
  position: number;
  phone: string | null;
  /** Days since MFA was set up. */
  since: number;
  /** Of requests that are told already, days ago. */
  asked: number[];
}

/** What became of earlier requests, month by month, among them an afternoon under attack. */
export function tellPast(chance: Chance, people: readonly PlannedPerson[], now: number): Story[] {
  const candidates = people.flatMap(({ mfa, status, mfaSince, phone }, position): Candidate[] => {
    if (position < ORDINARY || mfa !== 'on' || status !== 'active' || mfaSince === null) return [];
    const asked = position < ORDINARY + IN_QUEUE ? [0] : [];
    return [{ position, phone, since: (now - mfaSince) / DAY, asked }];
  });
  const attacked = attack(chance, candidates, people.length < 60 ? 2 : 5, now);
  const several = Math.max(Math.round(people.length / 8), ENDINGS.length);
  const others = Array.from({ length: several }, (_, index): Story[] => {
    const who = pickTurn(chance, candidates, { share: [index / several, (index + 1) / several], now });
    return who ? [tell(chance, who, ENDINGS[index]?.[0] ?? pickEnding(chance))] : [];
  });
  return [...attacked, ofStaff(chance), ...others.flat(), ...justReset(people, now)];
}

interface Turn extends Candidate {
  minutesAgo: number;
}

/** Whose turn it was in a share of the time, and when: on a working day, long enough after the setup and between two requests. */
function pickTurn(
  chance: Chance,
  candidates: readonly Candidate[],
  { share: [from, to], now }: { share: readonly [number, number]; now: number },
): Turn | null {
  for (let tries = 0; tries < 200; tries += 1) {
    const who = chance.pick(candidates);
    const days = 2 + chance.between(from, to) * (AGE_DAYS - 7);
    const at = Math.floor(now / DAY - days) * DAY + chance.between(8, 17) * HOUR;
    const isWorkday = ![0, 6].includes(new Date(at).getUTCDay());
    if (!isWorkday || days > who.since - 3 || who.asked.some((other) => Math.abs(other - days) < APART_DAYS))
      continue;
    who.asked.push(days);
    return { ...who, minutesAgo: Math.round((now - at) / MINUTE) };
  }
  return null;
}

function tell(chance: Chance, { position, phone, minutesAgo }: Turn, ending: Ending): Story {
  const isElevated = ending === 'completed' && chance.happens(0.15);
  const decidedAfterMinutes = 12 + chance.below(240);
  return {
    ...(isElevated ? HOTEL : BROWSER),
    user: position,
    staff: [chance.pick(DESK), chance.pick([...ADMINISTRATORS, OFFICER])],
    tier: isElevated ? 'elevated' : 'standard',
    source: 'sign_in',
    reason: chance.pick(REASONS),
    agoMinutes: minutesAgo,
    reasons: isElevated ? [{ code: 'unknown_network', daysAgo: minutesAgo / DAY_MINUTES }] : [],
    state: ending,
    ...partsOf(chance, ending, { decidedAfterMinutes, phone, isElevated }),
  };
}

/** Whoever has to set up MFA again was reset, as everybody is: by a request. */
function justReset(people: readonly PlannedPerson[], now: number): Story[] {
  return people.flatMap((person, user): Story[] => {
    if (person.mfa !== 'setup_due') return [];
    const decidedAfterMinutes = 40 + (user % 60);
    return [
      {
        ...BROWSER,
        user,
        staff: [DESK[user % DESK.length] ?? DESK[0], ADMINISTRATORS[user % ADMINISTRATORS.length] ?? OFFICER],
        tier: 'standard',
        source: 'sign_in',
        reason: 'replaced',
        agoMinutes: (now - resetAt(person, user, now)) / MINUTE + decidedAfterMinutes,
        reasons: [],
        state: 'completed',
        checks: proven(person.phone, decidedAfterMinutes),
        decidedAfterMinutes,
        withoutSince: true,
      },
    ];
  });
}

/** The checks of a standard request, just before it was decided. */
const proven = (phone: string | null, decidedAfterMinutes: number): Story['checks'] => [
  ['request_code', 'pass', decidedAfterMinutes - 6],
  // A call to a phone that may be the lost one proves nothing.
  [phone === null ? 'in_person' : 'call_back', 'pass', decidedAfterMinutes - 4],
];

/** From a hotel, where none of them had been. */
const HOTEL = { ...BROWSER, address: '198.51.100.177' };

/** Somebody of the help desk: two decided, and a day went by before it was done. */
function ofStaff(chance: Chance): Story {
  const [desk, other] = DESK;
  return {
    ...BROWSER,
    user: other,
    staff: [desk, OFFICER, ADMINISTRATORS[1]],
    state: 'completed',
    tier: 'privileged',
    source: 'sign_in',
    reason: 'broken',
    agoMinutes: Math.round(chance.between(120, 150) * DAY_MINUTES),
    decidedAfterMinutes: 95,
    reasons: [{ code: 'staff', facts: { role: 'help_desk' }, daysAgo: AGE_DAYS - 1 }],
    checks: [
      ['in_person', 'pass', 30],
      ['request_code', 'pass', 62],
      ['photo_id_video', 'pass', 70],
    ],
  };
}

function attack(chance: Chance, candidates: Candidate[], count: number, now: number): Story[] {
  const known = candidates.filter(({ since }) => since > ATTACK_DAYS + 3).slice(0, count);
  return known.map((who, index) => {
    who.asked.push(ATTACK_DAYS);
    const agoMinutes = Math.round((now - attackAt(now)) / MINUTE) - index * 17;
    const base: Omit<Story, 'state' | 'checks'> = {
      ...ELSEWHERE,
      user: who.position,
      staff: [chance.pick(DESK), OFFICER],
      tier: 'elevated',
      source: 'sign_in',
      reason: 'lost_or_stolen',
      agoMinutes,
      reasons: [{ code: 'unknown_network', daysAgo: agoMinutes / DAY_MINUTES }],
    };
    if (index === count - 1) return { ...base, state: 'vetoed', checks: [] };
    return {
      ...base,
      state: 'denied',
      checks: [['request_code', 'fail', 8]],
      decidedAfterMinutes: 25 + index,
      suspectedAttack: true,
      decisionNote: 'The same voice as in the call before, under another name.',
    };
  });
}

function pickEnding(chance: Chance): Ending {
  let at = chance.between(0, 1);
  for (const [ending, share] of ENDINGS) {
    at -= share;
    if (at < 0) return ending;
  }
  return 'completed';
}

interface Parts {
  decidedAfterMinutes: number;
  phone: string | null;
  isElevated: boolean;
}

function partsOf(
  chance: Chance,
  ending: Ending,
  { decidedAfterMinutes, phone, isElevated }: Parts,
): Pick<Story, 'checks' | 'decidedAfterMinutes' | 'suspectedAttack' | 'decisionNote'> {
  if (ending === 'completed') {
    const checks = proven(phone, decidedAfterMinutes);
    if (isElevated) checks.push(['photo_id_video', 'pass', decidedAfterMinutes - 2]);
    return { checks, decidedAfterMinutes };
  }
  if (ending !== 'denied') return { checks: [] };
  const suspectedAttack = chance.happens(0.4);
  return {
    checks: [['request_code', 'fail', 9]],
    decidedAfterMinutes,
    suspectedAttack,
    decisionNote: suspectedAttack
      ? 'The caller knew nothing of the request on the screen and hung up.'
      : 'Found the phone again.',
  };
}
