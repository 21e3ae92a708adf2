import { DEPARTMENTS, FAMILY_NAMES, GIVEN_NAMES, MAIL_DOMAIN } from '../../../../resources/sample/people.ts';
import type { Role } from '../../../../contract/permissions.ts';
import { DAY, HOUR } from '../../../time.ts';
import type { Chance } from './chance.ts';

/** What a person's phone is like; the words of product.md. */
export type Phone =
  | 'on'
  | 'off_in_grace'
  | 'off_not_signed_in'
  | 'off_blocked'
  | 'setup_due'
  | 'no_password'
  | 'locked'
  | 'external';

export interface PlannedPerson {
  username: string;
  name: string;
  email: string;
  department: string;
  /** Position in the plan; null for the head of the organisation. */
  manager: number | null;
  roles: Role[];
  phone: string | null;
  mobile: string | null;
  status: 'active' | 'suspended';
  mfa: Phone;
  createdAt: number;
  /** When MFA was set up, where it is on. */
  mfaSince: number | null;
  lastSignInAt: number | null;
  /** When, the last one among them. */
  signIns: number[];
  driftSeconds: number | null;
}

/** Days since the organisation began. */
export const AGE_DAYS = 385;
/** Days since policy asks everyone. */
export const EVERYONE_DAYS = 18;
/** Days since policy asks a department: two from the start, others in waves; the rest when it asks everyone. */
const ASKED_DAYS: Readonly<Record<string, number>> = {
  Finance: 300,
  IT: 300,
  Engineering: 150,
  Sales: 65,
  Marketing: 65,
};
const askedDays = (department: string) => ASKED_DAYS[department] ?? EVERYONE_DAYS;

/** The first people of every plan, by position: what the printed accounts and the requests refer to. */
const FIRST: readonly { department: string; roles: Role[]; mfa?: Phone }[] = [
  { department: 'IT', roles: ['security_officer', 'administrator'] },
  { department: 'Legal', roles: ['security_officer'] },
  { department: 'IT', roles: ['administrator'] },
  { department: 'IT', roles: ['help_desk'] },
  { department: 'IT', roles: ['help_desk'] },
  { department: 'Customer Care', roles: ['help_desk'] },
  { department: 'Finance', roles: ['auditor'] },
  { department: 'Management', roles: [] },
  { department: 'Sales', roles: [] },
  { department: 'Operations', roles: [], mfa: 'off_in_grace' },
  { department: 'Customer Care', roles: [], mfa: 'off_blocked' },
  { department: 'IT', roles: ['help_desk'] },
  { department: 'IT', roles: ['security_officer'] },
];
const HEAD = 7;
/** From here on people are ordinary users. */
export const ORDINARY = FIRST.length;
/** Of them these have MFA and have long had it: the requests that wait are theirs. */
export const IN_QUEUE = 6;
/** Whose manager gave their word: somebody who decides nothing and was never reset, so that every decider is a second person. */
const VOUCHED = ORDINARY + 3;
/** Those after them are what chance may leave out. */
const NEXT: readonly Phone[] = ['locked', 'external', 'setup_due', 'off_not_signed_in', 'no_password'];
/** With fewer, nobody would be left for some of the states. */
export const FEWEST = 20;
/** When somebody was reset who hasn't set up again since: over three weeks, since many in a day would be an attack. */
export const resetAt = ({ createdAt }: PlannedPerson, position: number, now: number): number =>
  now - Math.min((1 + (position % 20)) * DAY, (now - createdAt) / 2);

/** Everybody, with a state that fits their history. Pure: one seed and one `now` (UTC ms) give one organisation. */
export function planPeople(chance: Chance, count: number, now: number): PlannedPerson[] {
  const usernames = new Set<string>();
  const heads = new Map<string, number>();
  const people: PlannedPerson[] = [];
  for (let position = 0; position < count; position += 1) {
    const first = FIRST[position];
    const department = first?.department ?? pickDepartment(chance);
    const head = heads.get(department);
    const settled = position < ORDINARY + IN_QUEUE;
    const mfa = settled
      ? (first?.mfa ?? 'on')
      : (NEXT[position - ORDINARY - IN_QUEUE] ?? pickPhone(chance, department));
    const person: PlannedPerson = {
      ...pickName(chance, usernames),
      department,
      manager: position === HEAD ? null : ((position === VOUCHED ? undefined : head) ?? HEAD),
      roles: first?.roles ?? [],
      phone: chance.happens(0.7) ? `+441632960${digits(chance)}` : settled ? deskPhone(position) : null,
      mobile: chance.happens(0.9) ? `+447700900${digits(chance)}` : null,
      status: !settled && hasLeft(chance, mfa) ? 'suspended' : 'active',
      mfa,
      ...pickDates(chance, { mfa, department, settled, most: count < 1000 ? 32 : 10 }, now),
      driftSeconds: !settled && chance.happens(0.02) ? -240 : null,
    };
    people.push(person);
    // Whose word counts, and can be given: not somebody's who has just asked for a reset.
    const canVouch = mfa === 'on' && person.status === 'active' && !isInQueue(position);
    if (head === undefined && canVouch) heads.set(department, position);
  }
  return people;
}

function pickDepartment(chance: Chance): string {
  let share = chance.below(100);
  for (const department of DEPARTMENTS) {
    share -= department.share;
    if (share < 0) return department.name;
  }
  return 'Operations';
}

/** In departments that were asked long ago only newcomers are without. */
const PHONES: Readonly<Record<'settled' | 'asked', readonly [Phone, number][]>> = {
  settled: [
    ['off_in_grace', 0.025],
    ['off_not_signed_in', 0.01],
    ['off_blocked', 0.01],
    ['no_password', 0.005],
    ['locked', 0.012],
    ['setup_due', 0.008],
    ['external', 0.03],
  ],
  asked: [
    ['off_in_grace', 0.22],
    ['off_not_signed_in', 0.09],
    ['off_blocked', 0.05],
    ['no_password', 0.02],
    ['locked', 0.015],
    ['setup_due', 0.01],
    ['external', 0.03],
  ],
};

function pickPhone(chance: Chance, department: string): Phone {
  let at = chance.between(0, 1);
  for (const [phone, share] of PHONES[askedDays(department) > EVERYONE_DAYS ? 'settled' : 'asked']) {
    at -= share;
    if (at < 0) return phone;
  }
  return 'on';
}

/** Some who left had MFA, some never came that far. */
const hasLeft = (chance: Chance, mfa: Phone): boolean =>
  (mfa === 'on' && chance.happens(0.04)) || (mfa === 'off_not_signed_in' && chance.happens(0.3));

function pickName(chance: Chance, taken: Set<string>): Pick<PlannedPerson, 'username' | 'name' | 'email'> {
  const name = `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`;
  const plain = name
    .normalize('NFKD')
    .replace('ø', 'o')
    .replace('ı', 'i')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase();
  const [given = '', ...family] = plain.split(' ');
  const base = `${given}.${family.join('')}`;
  let username = base;
  for (let number = 2; taken.has(username); number += 1) username = `${base}${number}`;
  taken.add(username);
  return { username, name, email: `${username}@${MAIL_DOMAIN}` };
}

const isInQueue = (position: number) => position >= ORDINARY && position < ORDINARY + IN_QUEUE;

/** Of those who have been there from the start everybody has one: a call back to a mobile that changed proves nothing. */
const deskPhone = (position: number) => `+441632960${String(500 + position)}`;

const digits = (chance: Chance) => String(chance.below(1000)).padStart(3, '0');

type Dates = Pick<PlannedPerson, 'createdAt' | 'mfaSince' | 'lastSignInAt' | 'signIns'>;

interface Stand {
  mfa: Phone;
  department: string;
  /** Has been there from the start. */
  settled: boolean;
  /** Of sign-ins that the log tells of. */
  most: number;
}

function pickDates(chance: Chance, { mfa, department, settled, most }: Stand, now: number): Dates {
  const age = settled ? AGE_DAYS - 1 : pickAge(chance, mfa, department);
  const createdAt = Math.round(now - age * DAY);
  const hasMfa = mfa === 'on' || mfa === 'locked';
  const signedIn = mfa !== 'no_password' && mfa !== 'off_not_signed_in' && mfa !== 'external';
  const daysAgo = chance.happens(0.8) ? chance.between(0.3, 60) / 24 : chance.between(2.5, 17);
  const lastSignInAt = signedIn
    ? Math.max(createdAt + 3 * HOUR, Math.round(atWork(now - daysAgo * DAY)))
    : null;
  return {
    createdAt,
    mfaSince: hasMfa ? setUpAt(chance, settled ? AGE_DAYS : askedDays(department), createdAt, now) : null,
    lastSignInAt,
    signIns:
      lastSignInAt === null ? [] : signIns(chance, createdAt + HOUR, lastSignInAt, 3 + chance.below(most)),
  };
}

/** Office hours in London, by UTC: in summer an hour later. */
const [OPENS, CLOSES] = [7.5, 17.5];
/** Days are counted from 1970, a Thursday. */
const isWorkday = (day: number) => (day + 3) % 7 < 5;
function lastWorkday(day: number): number {
  return isWorkday(day) ? day : lastWorkday(day - 1);
}

/** The same moment, or an earlier one where nobody is at work at that. */
function atWork(at: number): number {
  const day = Math.floor(at / DAY);
  const hour = (at - day * DAY) / HOUR;
  if (isWorkday(day) && hour >= OPENS && hour < CLOSES) return at;
  const workday = lastWorkday(hour < CLOSES ? day - 1 : day);
  return (workday + (OPENS + (hour / 24) * (CLOSES - OPENS)) / 24) * DAY;
}

/** Denser towards the last one, in office hours. */
function signIns(chance: Chance, first: number, last: number, count: number): number[] {
  const earlier = Array.from({ length: count - 1 }, (_, index) => {
    const share = ((index + 1) / count) ** 1.5;
    const day = Math.floor((last - share * (last - first)) / DAY);
    // From a weekend to each day of the week before it in turn: else all of them would be Friday's.
    const workday = isWorkday(day) ? day : lastWorkday(day) - (index % 5);
    return Math.round(workday * DAY + chance.between(OPENS, CLOSES) * HOUR);
  });
  return [...earlier.filter((at) => at > first && at < last), last];
}

/** Days since somebody came: most from the start, some in every month; where all were asked long ago, only the new are in grace. */
function pickAge(chance: Chance, mfa: Phone, department: string): number {
  if (mfa === 'off_in_grace' && askedDays(department) > EVERYONE_DAYS) return chance.between(1, 10);
  if (mfa === 'off_blocked' || chance.happens(0.75)) return AGE_DAYS - 1;
  return chance.between(mfa === 'on' ? 3 : EVERYONE_DAYS + 2, AGE_DAYS - 1);
}

/** Some early, most in the two weeks after they were asked, or in the first days of those who came later. */
function setUpAt(chance: Chance, asked: number, createdAt: number, now: number): number {
  const came = (now - createdAt) / DAY;
  const daysAgo =
    came < asked
      ? came - chance.between(0.1, 2.5)
      : chance.happens(0.2)
        ? chance.between(asked, came)
        : asked - Math.min(asked - 0.5, chance.between(0, 17) * chance.between(0.2, 1));
  return Math.max(createdAt + HOUR, Math.round(now - Math.max(0.2, daysAgo) * DAY));
}
