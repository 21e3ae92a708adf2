import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import { DAY } from '../../time.ts';

type Exempting = Pick<PolicyDocument, 'exemptions'>;

/** A time that is none is long past: it exempts nobody. */
export const endOf = ({ endsAt }: Exemption): number => Date.parse(endsAt) || 0;

/** The exemption that holds for a person now (UTC ms), where there is one. Staff are asked all the same. */
export function exemptionOf(policy: Exempting, userId: string, now: number): Exemption | undefined {
  return policy.exemptions.find((exemption) => exemption.userId === userId && endOf(exemption) > now);
}

/** So long before it ends it is told. */
const BEFORE_END = 7 * DAY;

/** Exemptions that end within 7 days of now (UTC ms), and haven't yet. */
export function endingSoon({ exemptions }: Exempting, now: number): Exemption[] {
  return exemptions.filter((exemption) => endOf(exemption) > now && endOf(exemption) <= now + BEFORE_END);
}

/** Ids of those who have an exemption that is not over. */
export function exemptIds(policy: Exempting, now: number): string[] {
  return policy.exemptions.filter((exemption) => endOf(exemption) > now).map(({ userId }) => userId);
}

interface ChangedExemption {
  exemption: Exemption;
  /** What it was; undefined where the person had none. */
  was: Exemption | undefined;
}

/** Exemptions that are new or say something else than before. */
export function changedExemptions(before: Exempting, after: Exempting): ChangedExemption[] {
  const known = new Map(before.exemptions.map((exemption) => [exemption.userId, exemption]));
  return after.exemptions
    .map((exemption) => ({ exemption, was: known.get(exemption.userId) }))
    .filter(
      ({ exemption, was }) =>
        was === undefined ||
        was.reason !== exemption.reason ||
        was.ownerId !== exemption.ownerId ||
        was.endsAt !== exemption.endsAt,
    );
}
