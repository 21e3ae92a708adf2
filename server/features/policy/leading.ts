import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Part, Sentence } from '../../../contract/words/sentence.ts';

type Words = (before: PolicyDocument, after: PolicyDocument) => Sentence;

const apps = ({ recommendedApps }: PolicyDocument): Part =>
  recommendedApps.length === 0
    ? sentence('answers/policy', 'noApps')
    : { each: recommendedApps.map((app) => sentence('answers/policy', 'app', app)), by: 'and' };
const readers = ({ resetReportTo }: PolicyDocument) =>
  resetReportTo.length === 0
    ? sentence('answers/policy', 'nobody')
    : sentence('answers/policy', 'namedPeople', { count: resetReportTo.length });
const whom = ({ resetNotices }: PolicyDocument) =>
  resetNotices.length === 0
    ? sentence('answers/policy', 'everyAdministrator')
    : sentence('answers/policy', 'namedPeople', { count: resetNotices.length });
const HOW = {
  each: sentence('answers/policy', 'oneForEach'),
  digest: sentence('answers/policy', 'onceAnHour'),
} as const;

/**
 * Settings that lead people or notices somewhere, and a line for their change; null for the others. They weaken nothing, but
 * whoever sets them could show everybody a site of theirs, or hear of requests alone.
 */
const LEADS = {
  recommendedApps: (before, after) =>
    sentence('answers/policy', 'appsChanged', { from: apps(before), to: apps(after) }),
  resetNotices: (before, after) =>
    sentence('answers/policy', 'noticesTo', { from: whom(before), to: whom(after) }),
  resetNoticesAs: (before, after) =>
    sentence('answers/policy', 'noticesCome', {
      from: HOW[before.resetNoticesAs],
      to: HOW[after.resetNoticesAs],
    }),
  resetReportTo: (before, after) =>
    sentence('answers/policy', 'reportTo', { from: readers(before), to: readers(after) }),
  available: null,
  required: null,
  graceDays: null,
  startsOn: null,
  rollOut: null,
  exemptions: null,
  ceilings: null,
  evidenceMinutes: null,
  sensitive: null,
  automaticReset: null,
  tiers: null,
  requestExpiryDays: null,
  helpDeskDecides: null,
  activationForFirstEnrolment: null,
  holdRequired: null,
  sessions: null,
} satisfies Record<keyof PolicyDocument, Words | null>;

/** What a change leads elsewhere, a line for each setting; empty where nothing. Pure. */
export function leadings(before: PolicyDocument, after: PolicyDocument): Sentence[] {
  return (Object.entries(LEADS) as [keyof PolicyDocument, Words | null][]).flatMap(([name, words]) =>
    words === null || JSON.stringify(before[name]) === JSON.stringify(after[name])
      ? []
      : [words(before, after)],
  );
}
