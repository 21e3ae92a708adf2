import type { ReactNode } from 'react';
import type { Policy, PolicyDocument, TierRule } from '../../../contract/operations/policy.ts';
import type { RollOut } from '../../../contract/operations/rollOut.ts';
import type { Tier } from '../../../contract/operations/resetRequestSchemas.ts';
import { CEILING_SCOPES, CEILING_WINDOWS } from '../../../contract/ceilings.ts';
import { CHECK_KINDS } from '../../../contract/checks.ts';
import { TIERS } from '../../../contract/requestStates.ts';
import { allOf } from '../../language/intl.ts';
import { CHECK_WORDS } from '../../shared/checkWords.ts';
import { TIER_LOOK } from '../../shared/requestLook.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ExemptionChanges, ExemptionList } from './exemptions/ExemptionList.tsx';
import { PeopleNames, SensitiveList } from './PersonName.tsx';
import {
  ceilingWords,
  DECIDERS_WORDS,
  graceWords,
  holdWords,
  minutesWords,
  recipeWords,
  requiredWords,
  switchWords,
  NOTICES_WORDS,
} from './policyWords.ts';
import type { SectionName } from './policySections.ts';
import { rollOutAsSent } from './rollOut/rollOutWords.ts';
import { PausedSince, WaveList } from './rollOut/WaveList.tsx';
import { t } from './words.ts';

/** One setting of the policy: how it is called, shown, compared, and taken over from one document into another. */
export interface PolicyField {
  key: string;
  /** The section of the page that has it. */
  group: SectionName;
  label: string;
  value: (policy: PolicyDocument) => unknown;
  show: (policy: PolicyDocument) => ReactNode;
  /** What differs, for a list too long to be read twice. */
  showChange?: (from: PolicyDocument, to: PolicyDocument) => ReactNode;
  take: (from: PolicyDocument, into: PolicyDocument) => PolicyDocument;
}

type Group = PolicyField['group'];

function setting<K extends keyof PolicyDocument>(
  key: K,
  group: Group,
  label: string,
  show: (value: PolicyDocument[K]) => ReactNode,
): PolicyField {
  return {
    key,
    group,
    label,
    value: (policy) => policy[key],
    show: (policy) => show(policy[key]),
    take: (from, into) => ({ ...into, [key]: from[key] }),
  };
}

function ofRollOut<K extends keyof RollOut>(
  part: K,
  label: string,
  show: (value: RollOut[K]) => ReactNode,
): PolicyField {
  return {
    key: `rollOut.${part}`,
    group: 'who',
    label,
    value: (policy) => rollOutAsSent(policy)[part],
    show: (policy) => show(rollOutAsSent(policy)[part]),
    take: (from, into) => ({ ...into, rollOut: { ...into.rollOut, [part]: from.rollOut[part] } }),
  };
}

function ofTier<K extends keyof TierRule>(
  tier: Tier,
  part: K,
  label: string,
  show: (value: TierRule[K]) => ReactNode,
): PolicyField {
  return {
    key: `tiers.${tier}.${part}`,
    group: 'tiers',
    label,
    value: ({ tiers }) => tiers[tier][part],
    show: ({ tiers }) => show(tiers[tier][part]),
    take: (from, into) => ({
      ...into,
      tiers: { ...into.tiers, [tier]: { ...into.tiers[tier], [part]: from.tiers[tier][part] } },
    }),
  };
}

function ofSessions(
  whose: 'staff' | 'users',
  part: 'idleMinutes' | 'absoluteHours',
  label: string,
): PolicyField {
  return {
    key: `sessions.${whose}.${part}`,
    group: 'sessions',
    label,
    value: ({ sessions }) => sessions[whose][part],
    show: ({ sessions }) => t(part === 'idleMinutes' ? 'minutes' : 'hours', { count: sessions[whose][part] }),
    take: (from, into) => ({
      ...into,
      sessions: {
        ...into.sessions,
        [whose]: { ...into.sessions[whose], [part]: from.sessions[whose][part] },
      },
    }),
  };
}

/** Each of whom, and of how long. */
export const CEILINGS = CEILING_SCOPES.flatMap((scope) =>
  CEILING_WINDOWS.map((window) => ({ scope, window })),
);

const inTier = (tier: Tier, label: 'tierEvidence' | 'tierWhoDecides' | 'tierHold') =>
  t(label, { tier: TIER_LOOK[tier].label });

/** Roles and departments that were chosen before the scope was changed stay on screen, but count for nothing. */
function asSent(required: PolicyDocument['required']): PolicyDocument['required'] {
  return required.scope === 'selected' ? required : { ...required, roles: [], departments: [] };
}

/** What each setting is called and how it is shown and taken over, in the order of the page. Only what stands here is sent. */
const FIELDS_OF = {
  available: [setting('available', 'who', t('available'), switchWords)],
  required: [
    {
      ...setting('required', 'who', t('requiredOf'), requiredWords),
      value: ({ required }) => asSent(required),
    },
  ],
  rollOut: [
    ofRollOut('waves', t('waves'), (waves) => <WaveList waves={waves} />),
    ofRollOut('pausedAt', t('rollOut'), (at) => (at ? <PausedSince at={at} /> : t('notPaused'))),
    ofRollOut('pauseAtOpenRequests', t('pausesByItself'), (limit) =>
      limit === null ? t('never') : t('aboveOpen', { count: limit }),
    ),
  ],
  graceDays: [setting('graceDays', 'who', t('grace'), graceWords)],
  startsOn: [
    setting('startsOn', 'who', t('begins'), (at) =>
      at ? <RelativeTime at={at} dayOnly due /> : t('atOnce'),
    ),
  ],
  exemptions: [
    {
      ...setting('exemptions', 'who', t('exemptions'), (exemptions) => (
        <ExemptionList exemptions={exemptions} />
      )),
      value: ({ exemptions }) => exemptions.toSorted((a, b) => a.userId.localeCompare(b.userId)),
      showChange: (from, to) => <ExemptionChanges from={from.exemptions} to={to.exemptions} />,
    },
  ],
  automaticReset: [setting('automaticReset', 'setup', t('automaticReset'), switchWords)],
  activationForFirstEnrolment: [
    setting('activationForFirstEnrolment', 'setup', t('activationForFirst'), switchWords),
  ],
  recommendedApps: [
    setting('recommendedApps', 'setup', t('recommendedApps'), (apps) => allOf(apps.map(({ name }) => name))),
  ],
  sessions: [
    ofSessions('staff', 'idleMinutes', t('staffIdle')),
    ofSessions('staff', 'absoluteHours', t('staffAbsolute')),
    ofSessions('users', 'idleMinutes', t('usersIdle')),
    ofSessions('users', 'absoluteHours', t('usersAbsolute')),
  ],
  tiers: [
    ...TIERS.map((tier) => ofTier(tier, 'recipe', inTier(tier, 'tierEvidence'), recipeWords)),
    ...TIERS.map((tier) =>
      ofTier(tier, 'deciders', inTier(tier, 'tierWhoDecides'), (deciders) => DECIDERS_WORDS[deciders]),
    ),
    ...TIERS.map((tier) => ofTier(tier, 'holdHours', inTier(tier, 'tierHold'), holdWords)),
  ],
  sensitive: [
    setting('sensitive', 'tiers', t('sensitivePeople'), (sensitive) => (
      <SensitiveList sensitive={sensitive} />
    )),
  ],
  resetNotices: [
    setting('resetNotices', 'requests', t('mailedTo'), (ids) =>
      ids.length === 0 ? t('everyAdministrator') : <PeopleNames ids={ids} />,
    ),
  ],
  resetNoticesAs: [setting('resetNoticesAs', 'requests', t('mailsOfRequests'), (as) => NOTICES_WORDS[as])],
  resetReportTo: [
    setting('resetReportTo', 'requests', t('monthlyReport'), (ids) =>
      ids.length === 0 ? t('nobody') : <PeopleNames ids={ids} />,
    ),
  ],
  helpDeskDecides: [setting('helpDeskDecides', 'requests', t('helpDeskDecides'), switchWords)],
  holdRequired: [setting('holdRequired', 'requests', t('holdRequired'), switchWords)],
  requestExpiryDays: [
    setting('requestExpiryDays', 'requests', t('expireAfter'), (days) => t('days', { count: days })),
  ],
  evidenceMinutes: CHECK_KINDS.map((kind) => ({
    key: `evidenceMinutes.${kind}`,
    group: 'requests',
    label: t('checkCountsFor', { check: CHECK_WORDS[kind] }),
    value: ({ evidenceMinutes }) => evidenceMinutes[kind],
    show: ({ evidenceMinutes }) => minutesWords(evidenceMinutes[kind]),
    take: (from, into) => ({
      ...into,
      evidenceMinutes: { ...into.evidenceMinutes, [kind]: from.evidenceMinutes[kind] },
    }),
  })),
  ceilings: CEILINGS.map(({ scope, window }) => ({
    key: `ceilings.${scope}.${window}`,
    group: 'requests',
    label: t('ceilingOf', { scope, window }),
    value: ({ ceilings }) => ceilings[scope][window],
    show: ({ ceilings }) => ceilingWords(ceilings[scope][window]),
    take: (from, into) => ({
      ...into,
      ceilings: {
        ...into.ceilings,
        [scope]: { ...into.ceilings[scope], [window]: from.ceilings[scope][window] },
      },
    }),
  })),
} satisfies Record<keyof PolicyDocument, readonly PolicyField[]>;

export const FIELDS: readonly PolicyField[] = Object.values(FIELDS_OF).flat();

/** Settings as they compare: the order of keys and of chosen roles, departments and checks is no difference. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value.toSorted() : value.map(comparable);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, part]) => [key, comparable(part)]),
  );
}

export function isSame(field: PolicyField, one: PolicyDocument, other: PolicyDocument): boolean {
  return JSON.stringify(comparable(field.value(one))) === JSON.stringify(comparable(field.value(other)));
}

/** Settings that differ between two policies. */
export function differences(one: PolicyDocument, other: PolicyDocument): PolicyField[] {
  return FIELDS.filter((field) => !isSame(field, one, other));
}

/** A version without who saved it, when and why. */
export function documentOf({
  version: _version,
  reason: _reason,
  savedBy: _savedBy,
  savedAt: _savedAt,
  ...document
}: Policy): PolicyDocument {
  return document;
}

/** What was changed from one version, on top of another that somebody saved meanwhile: nothing typed is lost. */
export function rebased(base: PolicyDocument, draft: PolicyDocument, onto: PolicyDocument): PolicyDocument {
  return differences(base, draft).reduce((into, field) => field.take(draft, into), onto);
}

/** Without what a choice leaves over that it doesn't show. */
export function documentAsSent(draft: PolicyDocument): PolicyDocument {
  return { ...draft, required: asSent(draft.required), rollOut: rollOutAsSent(draft) };
}

/** What a client sends: the settings that differ, each whole. */
export function changedSettings(base: PolicyDocument, draft: PolicyDocument): Partial<PolicyDocument> {
  const names = new Set(differences(base, draft).map(({ key }) => key.split('.')[0]));
  return Object.fromEntries(Object.entries(documentAsSent(draft)).filter(([name]) => names.has(name)));
}
