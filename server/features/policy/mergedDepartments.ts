import { Value } from 'typebox/value';
import { PolicyDocument } from '../../../contract/operations/policy.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { JobStopped } from '../../domain/jobs/kind.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import type { CurrentPolicy } from '../../domain/policy/current.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { refuse } from '../../refusal.ts';
import { voiceOf } from '../../words.ts';
import { withBoth, withoutDepartment } from './departmentNames.ts';
import { putVersion } from './putVersion.ts';
import { REACH_WITHOUT_ASKING, reachOf } from './reach.ts';

type Pair = readonly [from: string, into: string];

/**
 * Policy where two departments become one. What it says of either holds for both from the beginning, which asks more people and never
 * fewer; so an administrator's right to move people is enough, and officers get a mail.
 */
export function createMergedPolicy(deps: Deps) {
  async function put(
    tx: Tx,
    change: { before: CurrentPolicy; after: PolicyDocument; why: Sentence; by: AuditPerson; now: number },
  ): Promise<number | null> {
    const { before, after, why, by, now } = change;
    if (JSON.stringify(before.document) === JSON.stringify(after)) return null;
    // SECURITY: what was looked at when the job was made may be another policy by now, and nobody decides by one that can't be read (S-41).
    const against = await objection(tx, { before: before.document, after, now });
    if (against) throw new JobStopped(against);
    const { language } = await readSettings(tx);
    const reach = await reachOf(tx, before.document, after, now);
    const reason = voiceOf(language).write(why);
    await putVersion(tx, deps, { before, after, reason, by, weakened: [], reach, now });
    deps.events.publish({ kind: 'policy' });
    return before.version + 1;
  }

  return {
    async requireRoom(reader: Reader, { pair, now }: { pair: Pair; now: number }): Promise<void> {
      const before = (await writtenPolicy(reader, deps.keys)).document;
      const detail = await objection(reader, { before, after: withBoth(before, pair), now });
      if (detail) throw refuse('invalid_input', { detail, fields: { input: detail } });
    },

    async nameBoth(tx: Tx, { pair, by, now }: { pair: Pair; by: AuditPerson; now: number }) {
      const before = await writtenPolicy(tx, deps.keys);
      const [from, into] = pair;
      const why = sentence('answers/policy', 'mergedDepartments', { from, into });
      return put(tx, { before, after: withBoth(before.document, pair), why, by, now });
    },

    async forget(tx: Tx, { name, by, now }: { name: string; by: AuditPerson; now: number }): Promise<void> {
      const before = await writtenPolicy(tx, deps.keys);
      const why = sentence('answers/policy', 'forgotDepartment', { name });
      await put(tx, { before, after: withoutDepartment(before.document, name), why, by, now });
    },
  };
}

/** Why policy can't name both; null where it can. Asking many people is for those who may change policy, by their number. */
async function objection(
  reader: Reader,
  { before, after, now }: { before: PolicyDocument; after: PolicyDocument; now: number },
): Promise<Sentence | null> {
  if (!Value.Check(PolicyDocument, after) || Object.keys(contradictionsOf(after)).length > 0)
    return sentence('answers/policy', 'noRoomForBoth');
  const reach = await reachOf(reader, before, after, now);
  return reach > REACH_WITHOUT_ASKING ? sentence('answers/policy', 'mergeReaches', { count: reach }) : null;
}
