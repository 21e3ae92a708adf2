import type { InputOf } from '../../../contract/operations.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { permissionsOf } from '../../../contract/permissions.ts';
import type { Permission } from '../../../contract/permissions.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { requireOld } from '../../domain/secondPerson/young.ts';
import { keepDepartments } from '../../domain/people/departmentStore.ts';
import { rolesOfMany } from '../../domain/people/roleStore.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { exemptionProblems } from './checkExemptions.ts';
import { departmentsIn } from './departmentNames.ts';
import { withLivingNames } from './livingNames.ts';
import { peopleWords } from './peopleWords.ts';
import { leadings } from './leading.ts';
import { putVersion, stale } from './putVersion.ts';
import { REACH_WITHOUT_ASKING, reachOf } from './reach.ts';
import { peopleNamed } from './store.ts';
import { withPauseKept } from '../../domain/policy/waves.ts';
import { weakenings } from './weakening.ts';
import type { Weakening } from './weakeningType.ts';

type Change = Omit<InputOf<'policy.update'>, 'version' | 'reason' | 'confirmReach'>;
export type Saver = Pick<Actor, 'userId' | 'name' | 'steppedUpUntil'> & Partial<Pick<Actor, 'sessionId'>>;

/** What keeps one person from being two is no setting of somebody's appointed today (S-42). */
const GUARDS_RESETS: Record<keyof PolicyDocument, boolean> = {
  available: false,
  required: false,
  graceDays: false,
  startsOn: false,
  rollOut: false,
  exemptions: false,
  automaticReset: true,
  resetNotices: false,
  resetNoticesAs: false,
  resetReportTo: false,
  recommendedApps: false,
  tiers: true,
  ceilings: true,
  evidenceMinutes: true,
  sensitive: true,
  requestExpiryDays: false,
  helpDeskDecides: true,
  activationForFirstEnrolment: true,
  holdRequired: true,
  sessions: false,
};

const guardsResets = (field: string) =>
  Object.entries(GUARDS_RESETS).some(
    ([setting, guards]) => guards && (field === setting || field.startsWith(`${setting}.`)),
  );

/** The policy with what a client sends; what it leaves out stays. `now` in UTC ms is when a new pause begins. */
export function applied(before: PolicyDocument, change: Change, now: number): PolicyDocument {
  const known = Object.entries(change).filter(([name, value]) => name in before && value !== undefined);
  const after = { ...before, ...(Object.fromEntries(known) as Partial<PolicyDocument>) };
  return { ...after, rollOut: withPauseKept(before.rollOut, after.rollOut, now) };
}

/**
 * Saves a new version, which counts at once. Refuses with `stale_version`, `invalid_input` and a sentence a field,
 * `second_person_required` where an officer of less than seven days makes resets or first setups easier, `step_up_required`
 * where the change weakens, leads people or notices elsewhere, or reaches more than 50 people, `confirm_number` where their number was not typed.
 */
export async function savePolicy(
  tx: Tx,
  deps: Deps,
  { input, actor, now }: { input: InputOf<'policy.update'>; actor: Saver; now: number },
): Promise<void> {
  const { version, reason, confirmReach, ...change } = input;
  const current = await writtenPolicy(tx, deps.keys);
  if (version !== current.version) throw stale(current.version);
  const before = current.document;
  const wanted = applied(before, change, now);
  const after = await withLivingNames(tx, wanted, await keepDepartments(tx, departmentsIn(wanted), now));
  await requireSound(tx, deps.keys, { before, after, now });

  const weakened = weakenings(before, after, now, await peopleWords(tx, before, after));
  await requireStanding(tx, weakened, actor, now);
  const reach = await reachOf(tx, before, after, now);
  const reachesMany = reach > REACH_WITHOUT_ASKING;
  const steppedUp = actor.steppedUpUntil !== null && actor.steppedUpUntil > now;
  const led = leadings(before, after);
  if ((weakened.length > 0 || led.length > 0 || reachesMany) && !steppedUp)
    throw refuse('step_up_required', {
      detail: whyStepUp({ weakens: weakened.length > 0, reachesMany, reach }),
    });
  if (reachesMany && confirmReach !== reach)
    throw refuse('confirm_number', {
      detail: sentence('answers/policy', 'typeTheirNumber', { count: reach }),
      extra: { reach },
    });

  const by = { id: actor.userId, name: actor.name };
  await putVersion(tx, deps, { before: current, after, reason, by, weakened, reach, now });
  const mail = { to: 'officers', at: now } as const;
  const changes = weakened.map((weakening) => weakening.sentence);
  if (weakened.length > 0)
    await mailStaff(tx, deps, {
      ...mail,
      kind: 'policy_weakened',
      params: { by: actor.name, reason, changes },
    });
  if (led.length > 0)
    await mailStaff(tx, deps, {
      to: 'administrators_and_officers',
      at: now,
      kind: 'led_elsewhere',
      params: { by: actor.name, reason, changes: led },
    });
  if (reachesMany)
    await mailStaff(tx, deps, {
      ...mail,
      kind: 'policy_reaches_many',
      params: { by: actor.name, reason, count: reach },
    });
}

function whyStepUp({
  weakens,
  reachesMany,
  reach,
}: {
  weakens: boolean;
  reachesMany: boolean;
  reach: number;
}): Sentence {
  if (weakens) return sentence('answers/policy', 'weakensConfirm');
  if (reachesMany) return sentence('answers/policy', 'reachesConfirm', { count: reach });
  return sentence('answers/policy', 'leadsConfirm');
}

async function requireStanding(
  tx: Tx,
  weakened: readonly Weakening[],
  actor: Saver,
  now: number,
): Promise<void> {
  if (!weakened.some(({ field }) => guardsResets(field))) return;
  await requireOld(tx, actor, {
    permission: 'policy.write',
    what: 'save',
    now,
  });
}

/** Refuses a policy that contradicts itself, or names people who aren't here, whom notices can't go to or who can't be exempt. */
export async function requireSound(
  reader: Reader,
  keys: Keyring,
  change: { before: PolicyDocument; after: PolicyDocument; now: number },
): Promise<void> {
  const fields: Record<string, Sentence> = contradictionsOf(change.after);
  const exempting = await exemptionProblems(reader, change);
  if (exempting !== null) fields['exemptions'] = exempting;
  const { people } = change.after.sensitive;
  if ((await peopleNamed(reader, people)).length < people.length)
    fields['sensitive'] = sentence('answers/policy', 'sensitiveUnknown');
  const { resetNotices, resetReportTo, helpDeskDecides } = change.after;
  const without = (permission: Permission, ids: readonly string[]) =>
    whoIsWithout(reader, keys, { permission, ids, helpDeskDecides });
  const deaf = await without('resets.verify', resetNotices);
  if (deaf.length > 0)
    fields['resetNotices'] = sentence('answers/policy', 'noticesUnheard', { count: deaf.length });
  const unread = await without('audit.read', resetReportTo);
  if (unread.length > 0)
    fields['resetReportTo'] = sentence('answers/policy', 'reportUnread', { count: unread.length });
  const [first] = Object.values(fields);
  if (first !== undefined) throw refuse('invalid_input', { detail: first, fields });
}

/** Those who aren't active staff with that permission. */
async function whoIsWithout(
  reader: Reader,
  keys: Keyring,
  {
    permission,
    ids,
    helpDeskDecides,
  }: { permission: Permission; ids: readonly string[]; helpDeskDecides: boolean },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const active = (await peopleNamed(reader, ids)).filter(({ status }) => status === 'active');
  const roles = await rolesOfMany(
    reader,
    keys,
    active.map(({ id }) => id),
  );
  return ids.filter((id) => !permissionsOf(roles.get(id) ?? [], helpDeskDecides).has(permission));
}
