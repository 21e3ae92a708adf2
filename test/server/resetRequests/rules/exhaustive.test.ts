import { expect, test } from 'vitest';
import { ERRORS } from '../../../../contract/errors.ts';
import { RANK, rankOf } from '../../../../contract/permissions.ts';
import { MACHINE, refusalOf } from '../../../../server/features/resetRequests/rules/machine.ts';
import type { GuardName } from '../../../../server/features/resetRequests/rules/guards.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';
import { inEnglish } from '../../../../server/words.ts';
import type { Refused } from '../../../../server/features/resetRequests/rules/refusal.ts';
import { everySituation, MISSING } from './situations.ts';

/** What S-30 asks for, written down a second time and in another way than the machine is. */
function mayApprove(s: Situation): boolean {
  const who = s.actor;
  if (s.unheld.length > 0 || (s.answersOnly && s.holds)) return false;
  if (!who || !who.steppedUp || who.id === s.target.id || s.paused || s.frozen || s.missing !== null)
    return false;
  if ((s.state !== 'open' && s.state !== 'verified') || s.now >= s.expiresAt) return false;
  const roles = who.roles as readonly string[];
  const byRole = roles.includes('administrator') || roles.includes('security_officer');
  const byPolicy = roles.includes('help_desk') && who.permissions.has('resets.decide');
  const plain = s.target.roles.every((role) => role === 'user') && s.tier === 'standard';
  if (!byRole && !(byPolicy && plain)) return false;
  if (rankOf(who.roles) < Math.max(...s.target.roles.map((role) => RANK[role]))) return false;
  const second = s.tier !== 'standard' || (s.drawn && !byRole);
  if (second && (s.verifiers.includes(who.id) || who.young || s.typed || s.puppets.length > 0)) return false;
  const other = s.approvers.some(
    (id) => !s.unfit.includes(id) && !s.verifiers.includes(id) && !s.makers.includes(id) && isTwin(s, id),
  );
  return !(s.tier === 'privileged' && (s.approvers.includes(who.id) || other));
}

const isTwin = (s: Situation, id: string) => s.twins.some((pair) => pair.includes(id));

function mayExecute(s: Situation): boolean {
  if (s.unheld.length > 0) return false;
  if (s.state !== 'approved' || s.paused || s.frozen || s.missing !== null || s.hold !== 'over') return false;
  const standing = s.approvers.filter((id) => !s.unfit.includes(id));
  const others = standing.filter((id) => !s.verifiers.includes(id) && !s.makers.includes(id));
  if (s.tier === 'standard') return standing.length > 0;
  // There are two at most here, and they are one where they are twins.
  const people = others.length === 2 && others.every((id) => isTwin(s, id)) ? 1 : others.length;
  return people >= (s.tier === 'privileged' ? 2 : 1);
}

/** Its end in linked systems, of which the situations here have none that is unfinished. */
const mayComplete = (s: Situation) => s.state === 'executing' && !s.paused && !s.frozen;

test('S-30 every state × event × role × tier: no approval and no reset without recipe, permission, step-up, second person', () => {
  let situations = 0;
  for (const s of everySituation()) {
    situations += 1;
    if ((refusalOf('approve', s) === null) !== mayApprove(s)) expect.fail(`approve: ${JSON.stringify(s)}`);
    if ((refusalOf('execute', s) === null) !== mayExecute(s)) expect.fail(`execute: ${JSON.stringify(s)}`);
    if ((refusalOf('complete', s) === null) !== mayComplete(s)) expect.fail(`complete: ${JSON.stringify(s)}`);
  }
  expect(situations).toBeGreaterThan(300_000);
});

/** Those that ask who verified, who approved, and whether the actor counts: for the others that makes no difference. */
const askWho = (guards: readonly GuardName[]) =>
  guards.some((name) => name === 'stepped_up' || name === 'second_person' || name === 'enough_deciders');

test('every refusal has its own code and one sentence', () => {
  const seen = new Map<string, Refused>();
  const narrow = MACHINE.filter(({ guards }) => askWho(guards));
  for (const s of everySituation()) {
    const plain = s.approvers.length === 0 && s.verifiers.length === 1 && !s.actor?.young;
    for (const { event } of plain ? MACHINE : narrow) {
      const refused = refusalOf(event, s);
      if (refused) seen.set(`${refused.code} ${refused.sentence.key}`, refused);
    }
  }
  const refusals = [...seen.values()].filter(({ sentence }) => sentence !== MISSING);
  expect(refusals.every(({ code }) => code in ERRORS)).toBe(true);
  const codes = Map.groupBy(refusals, ({ sentence }) => inEnglish(sentence));
  for (const [sentence, same] of codes) {
    expect([sentence, same.length]).toEqual([sentence, 1]);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/please|oops|sorry/i);
  }
});
