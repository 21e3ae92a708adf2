import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import type { Role } from '../../../contract/permissions.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Part } from '../../../contract/words/sentence.ts';
import type { Reading } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import type { User } from '../../domain/people/people.ts';
import { standingOfUser } from '../../domain/people/rows.ts';
import { earlierPolicies } from '../../domain/policy/current.ts';
import type { CurrentPolicy } from '../../domain/policy/current.ts';
import { waveBegan } from '../../domain/policy/waves.ts';
import { rfc3339OrNull } from '../../time.ts';

interface Known {
  roles: readonly Role[];
  policy: CurrentPolicy;
  /** UTC ms; null where they are none. */
  staffSince: number | null;
}

/** Why MFA is asked of somebody, by which rule and since when; null where it isn't. */
export async function requiredBecause(
  reader: Reader,
  user: User,
  { roles, policy, staffSince }: Known,
  { now, voice }: Reading,
): Promise<UserDetail['requiredBecause']> {
  const ruleIn = (version: CurrentPolicy) => standingOfUser(user, roles, version, now).rule;
  const rule = ruleIn(policy);
  if (rule === null) return null;
  if (rule === 'staff' || rule === 'after_reset') {
    const since = rule === 'staff' ? staffSince : user.mfa_since;
    return told(policy.version, since);
  }
  let brought = policy;
  for await (const version of earlierPolicies(reader, policy.version)) {
    if (ruleIn(version) !== rule) break;
    brought = version;
  }
  const { document, savedAt, version } = brought;
  return told(
    version,
    Math.max(savedAt, ruleStart(document), waveBegan(document, user.department ?? '', now) ?? 0),
  );

  function told(policyVersion: number, since: number | null) {
    const day: Part = since === null ? '' : { at: since, as: 'date', zone: 'UTC' };
    const facts = {
      rule: rule ?? '',
      version: String(policyVersion),
      department: user.department ?? '',
      dated: since === null ? 'no' : 'yes',
      day,
    };
    return {
      sentence: voice.write(sentence('answers/users', 'requiredBecause', facts)),
      policyVersion,
      since: rfc3339OrNull(since),
    };
  }
}
