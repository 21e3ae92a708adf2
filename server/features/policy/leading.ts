import type { PolicyDocument } from '../../../contract/operations/policy.ts';

type Words = (before: PolicyDocument, after: PolicyDocument) => string;

const apps = ({ recommendedApps }: PolicyDocument) =>
  recommendedApps.map(({ name, url }) => `${name} (${url})`).join(', ');
const whom = ({ resetNotices }: PolicyDocument) =>
  resetNotices.length === 0 ? 'every administrator' : `${resetNotices.length} named people`;
const HOW = { each: 'one for each', digest: 'at most once an hour' } as const;

/**
 * Settings that lead people or notices somewhere, and a line for their change; null for the others. They weaken nothing, but
 * whoever sets them could show everybody a site of theirs, or hear of requests alone.
 */
const LEADS = {
  recommendedApps: (before, after) => `Recommended apps: ${apps(before)} -> ${apps(after)}`,
  resetNotices: (before, after) => `Mails of new reset requests go to: ${whom(before)} -> ${whom(after)}`,
  resetNoticesAs: (before, after) =>
    `Mails of new reset requests come: ${HOW[before.resetNoticesAs]} -> ${HOW[after.resetNoticesAs]}`,
  available: null,
  required: null,
  graceDays: null,
  startsOn: null,
  rollOut: null,
  exemptions: null,
  evidenceMinutes: null,
  sensitive: null,
  automaticReset: null,
  tiers: null,
  requestExpiryDays: null,
  helpDeskDecides: null,
  activationForFirstEnrolment: null,
  sessions: null,
} satisfies Record<keyof PolicyDocument, Words | null>;

/** What a change leads elsewhere, a line for each setting; empty where nothing. Pure. */
export function leadings(before: PolicyDocument, after: PolicyDocument): string[] {
  return (Object.entries(LEADS) as [keyof PolicyDocument, Words | null][]).flatMap(([name, words]) =>
    words === null || JSON.stringify(before[name]) === JSON.stringify(after[name])
      ? []
      : [words(before, after)],
  );
}
