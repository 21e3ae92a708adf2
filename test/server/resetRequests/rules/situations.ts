import { sentence } from '../../../../contract/words/sentence.ts';
import { ROLES, permissionsOf } from '../../../../contract/permissions.ts';
import type { Permission, Role } from '../../../../contract/permissions.ts';
import { REQUEST_STATES, TIERS } from '../../../../contract/requestStates.ts';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import type { MachineState } from '../../../../server/features/resetRequests/rules/machine.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';

export const MISSING = sentence('answers/resetRequests', 'stillMissing', { what: 'a call back' });
const STATES: readonly MachineState[] = ['none', ...REQUEST_STATES];
const NOW = Date.UTC(2027, 0, 11);

/** A situation in which an administrator who verified nothing may approve a request of the standard tier. */
export function situation(change: Partial<Situation> = {}): Situation {
  return {
    state: 'verified',
    now: NOW,
    actor: actor('administrator'),
    target: { id: 'jo', name: 'Jo', roles: ['user'], mfaOn: true },
    linked: false,
    tier: 'standard',
    deciders: DEFAULT_POLICY.tiers[change.tier ?? 'standard'].deciders,
    missing: null,
    verifiers: ['priya'],
    puppets: [],
    typed: false,
    makers: [],
    approvers: [],
    unfit: [],
    twins: [],
    approverNames: new Map([['omar', 'Omar']]),
    drawn: false,
    paused: false,
    reported: false,
    decisionAskedAt: null,
    decidable: true,
    claimant: null,
    colleague: 'may',
    frozen: false,
    setupsFrozen: false,
    loads: [],
    lock: 'liftable',
    hold: 'over',
    unheld: [],
    unfinished: 0,
    expiresAt: NOW + 1,
    endedAt: null,
    refusedAt: null,
    source: 'sign_in',
    answersOnly: false,
    holds: false,
    setupDue: false,
    heldElsewhere: false,
    saysLost: false,
    provedDevice: true,
    signedInSince: true,
    notByMail: null,
    changedContact: false,
    changedRoute: false,
    ...change,
  };
}

const known = new Map<string, ReadonlySet<Permission>>();

export function actor(
  role: Role,
  change: Partial<NonNullable<Situation['actor']>> = {},
  helpDeskDecides = false,
) {
  const roles: Role[] = role === 'user' ? ['user'] : ['user', role];
  const key = `${role} ${helpDeskDecides}`;
  const permissions = known.get(key) ?? permissionsOf(roles, helpDeskDecides);
  known.set(key, permissions);
  return { id: 'ana', roles, permissions, steppedUp: true, young: false, ...change };
}

const FLAGS = [false, true];
const APPROVERS = [[], ['ana'], ['omar'], ['omar', 'ana']];
const BLOCKED = [
  'no',
  'paused',
  'frozen',
  'puppets',
  'typed',
  'unfit',
  'twins',
  'drawn',
  'own',
  'holding',
  'late',
  'unheld',
  'answers',
  'answers_late',
] as const;

/** Every situation that differs in what any guard looks at. */
export function* everySituation(): Generator<Situation> {
  for (const role of [null, ...ROLES])
    for (const steppedUp of FLAGS)
      for (const young of FLAGS)
        for (const blocked of BLOCKED) {
          const who = role === null ? null : actor(role, { steppedUp, young }, blocked === 'drawn');
          for (const targetRole of ROLES) {
            const id = blocked === 'own' ? 'ana' : 'jo';
            const target = { id, name: 'Jo', roles: [targetRole], mfaOn: true };
            yield* everyRequest(who, target, blocked);
          }
        }
}

function* everyRequest(
  who: Situation['actor'],
  target: Situation['target'],
  blocked: (typeof BLOCKED)[number],
): Generator<Situation> {
  const base = situation({
    actor: who,
    target,
    puppets: blocked === 'puppets' ? ['Priya'] : [],
    typed: blocked === 'typed',
    makers: blocked === 'puppets' || blocked === 'typed' ? ['ana'] : [],
    unfit: blocked === 'unfit' ? ['ana'] : [],
    twins: blocked === 'twins' ? [['ana', 'omar']] : [],
    drawn: blocked === 'drawn',
    paused: blocked === 'paused',
    frozen: blocked === 'frozen',
    unheld: blocked === 'unheld' ? ['privacyIDEA'] : [],
    answersOnly: blocked === 'answers' || blocked === 'answers_late',
    holds: blocked === 'answers_late',
    hold: blocked === 'holding' ? 'running' : 'over',
    expiresAt: blocked === 'late' ? NOW : NOW + 1,
  });
  for (const state of STATES)
    for (const tier of TIERS)
      for (const missing of [null, MISSING])
        for (const verifiers of [['priya'], ['priya', 'ana']])
          for (const approvers of APPROVERS) {
            const { deciders } = DEFAULT_POLICY.tiers[tier];
            yield { ...base, state, tier, deciders, missing, verifiers, approvers };
          }
}
