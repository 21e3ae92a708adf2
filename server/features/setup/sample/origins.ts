import { AUDIT_ACTIONS } from '../../../../contract/auditActions.ts';
import type { AuditAction, Factor } from '../../../../contract/auditActions.ts';
import type { Origin } from '../../../context.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import type { RandomSource } from '../../../crypto/random.ts';
import type { AuditEvent } from '../../../domain/audit/append.ts';
import type { EventOrigin } from '../../../domain/audit/origin.ts';
import type { SamplePerson } from './rows.ts';
import { BROWSER } from './stories.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Mobile/15E148 Safari/604.1';
const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0 Safari/537.36 Edg/156.0';

/** What somebody there signs in with: most share the office's address, and who isn't there has their own. */
function placeOf(position: number): Origin {
  switch (position % 5) {
    case 2:
      return { address: BROWSER.address, userAgent: MAC };
    case 3:
      return { address: `2001:db8:41:${position.toString(16)}::1c`, userAgent: IPHONE };
    case 4:
      return { address: `203.0.113.${1 + (position % 254)}`, userAgent: EDGE };
    default:
      return BROWSER;
  }
}

/** What was used where nobody is signed in yet. */
const BEFORE_A_SESSION: Partial<Record<AuditAction, readonly Factor[]>> = {
  'sign_in.password_wrong': ['password'],
  'mfa.wrong_code': ['password', 'code'],
  'mfa.locked': ['password', 'code'],
  'password.set_by_link': ['mailed_link'],
};

const SETTING_UP: readonly Factor[] = ['password', 'new_authenticator'];

/**
 * The same events, oldest first, each with where it came from, as the server would have written it: a sign-in begins a
 * session, and what its person does after it is done by that.
 */
export function withOrigins(
  events: readonly AuditEvent[],
  people: readonly SamplePerson[],
  random: RandomSource,
): AuditEvent[] {
  const places = new Map(people.map(({ user }, position) => [user.id, placeOf(position)]));
  const mfaSince = new Map(people.map(({ user, plan }) => [user.id, plan.mfaSince]));
  const sessions = new Map<string, EventOrigin>();

  function begun(userId: string, at: number): EventOrigin {
    const since = mfaSince.get(userId) ?? null;
    const factors: Factor[] = since !== null && since <= at ? ['password', 'code'] : ['password'];
    const session = { ...(places.get(userId) ?? BROWSER), session: uuidv7(at, random), factors };
    sessions.set(userId, session);
    return session;
  }

  return events.map((event) => {
    const { action, actor, target, at } = event;
    const person = actor ?? target;
    if (!person || AUDIT_ACTIONS[action] === 'server') return event;
    const factors = BEFORE_A_SESSION[action];
    if (factors)
      return { ...event, origin: { ...(places.get(person.id) ?? BROWSER), session: null, factors } };
    const known = action === 'sign_in.succeeded' ? undefined : sessions.get(person.id);
    const origin = known ?? begun(person.id, at);
    return { ...event, origin: action === 'mfa.set_up' ? { ...origin, factors: SETTING_UP } : origin };
  });
}
