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
  signIns: number;
  driftSeconds: number | null;
}

/** Days since the organisation began. */
export const AGE_DAYS = 200;
/** Days since policy asks everyone. */
export const EVERYONE_DAYS = 18;

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
  { department: 'Marketing', roles: [], mfa: 'off_in_grace' },
  { department: 'Finance', roles: [], mfa: 'off_blocked' },
  { department: 'IT', roles: ['help_desk'] },
  { department: 'IT', roles: ['security_officer'] },
];
const HEAD = 7;
/** From here on people are ordinary users. */
export const ORDINARY = FIRST.length;
export const FEWEST = 40;

/** Everybody, with a state that fits their history. Pure: one seed and one `now` (UTC ms) give one organisation. */
export function planPeople(chance: Chance, count: number, now: number): PlannedPerson[] {
  const usernames = new Set<string>();
  const heads = new Map<string, number>();
  const people: PlannedPerson[] = [];
  for (let position = 0; position < count; position += 1) {
    const first = FIRST[position];
    const department = first?.department ?? pickDepartment(chance);
    const head = heads.get(department);
    if (head === undefined) heads.set(department, position);
    const mfa = first ? (first.mfa ?? 'on') : pickPhone(chance);
    people.push({
      ...pickName(chance, usernames),
      department,
      manager: position === HEAD ? null : (head ?? HEAD),
      roles: first?.roles ?? [],
      phone: chance.happens(0.7) ? `+441632960${digits(chance)}` : null,
      mobile: chance.happens(0.9) ? `+447700900${digits(chance)}` : null,
      status: !first && mfa === 'on' && chance.happens(0.04) ? 'suspended' : 'active',
      mfa,
      ...pickDates(chance, mfa, position < ORDINARY, now),
      driftSeconds: !first && chance.happens(0.02) ? -240 : null,
    });
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

const PHONES: readonly [Phone, number][] = [
  ['off_in_grace', 0.13],
  ['off_not_signed_in', 0.05],
  ['off_blocked', 0.04],
  ['no_password', 0.02],
  ['locked', 0.015],
  ['setup_due', 0.01],
  ['external', 0.03],
];

function pickPhone(chance: Chance): Phone {
  let at = chance.between(0, 1);
  for (const [phone, share] of PHONES) {
    at -= share;
    if (at < 0) return phone;
  }
  return 'on';
}

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

const digits = (chance: Chance) => String(chance.below(1000)).padStart(3, '0');

type Dates = Pick<PlannedPerson, 'createdAt' | 'mfaSince' | 'lastSignInAt' | 'signIns'>;

function pickDates(chance: Chance, mfa: Phone, early: boolean, now: number): Dates {
  const age = early || chance.happens(0.8) ? AGE_DAYS - 1 : chance.between(40, AGE_DAYS - 1);
  const createdAt = Math.round(now - age * DAY);
  const hasMfa = mfa === 'on' || mfa === 'locked';
  const signedIn = mfa !== 'no_password' && mfa !== 'off_not_signed_in' && mfa !== 'external';
  const lastSignInAt = !signedIn
    ? null
    : Math.round(
        now - (chance.happens(0.8) ? chance.between(0.3, 60) * HOUR : chance.between(2.5, 17) * DAY),
      );
  return {
    createdAt,
    mfaSince: hasMfa ? setUpAt(chance, early, createdAt, now) : null,
    lastSignInAt,
    signIns: signedIn ? 3 + chance.below(120) : 0,
  };
}

/** Some early, a wave when Finance and IT were asked, and another one since everybody is. */
function setUpAt(chance: Chance, early: boolean, createdAt: number, now: number): number {
  const wave = chance.between(0, 1);
  const daysAgo = early
    ? chance.between(150, AGE_DAYS - 2)
    : wave < 0.25
      ? chance.between(70, 190)
      : wave < 0.6
        ? chance.between(55, 120)
        : chance.between(0.5, EVERYONE_DAYS);
  return Math.max(createdAt + HOUR, Math.round(now - daysAgo * DAY));
}
