import { eventLook, NAMED_ACTIONS } from '../../shared/eventLook.ts';
import { t } from './words.ts';

const AREA_WORDS: Record<string, string> = {
  sign_in: t('areaSignIn'),
  step_up: t('areaStepUp'),
  sessions: t('areaSessions'),
  job: t('areaJobs'),
  password: t('areaPassword'),
  mfa: t('areaMfa'),
  activation_code: t('areaActivationCode'),
  reset_request: t('areaResetRequest'),
  resets: t('areaResets'),
  user: t('areaUser'),
  users: t('areaUsers'),
  role: t('areaRole'),
  policy: t('areaPolicy'),
  settings: t('areaSettings'),
  mail_route: t('areaMailRoute'),
  sso: t('areaSso'),
  pending_change: t('areaPendingChange'),
  outbox: t('areaOutbox'),
  audit: t('areaAudit'),
  organisation: t('areaOrganisation'),
  recovery: t('areaRecovery'),
};

/** For the filter: each area as a whole, and below it each thing that can happen there. */
export const ACTION_OPTIONS = [
  { value: '', label: t('everything') },
  ...Object.entries(AREA_WORDS).flatMap(([area, label]) => {
    const actions = NAMED_ACTIONS.filter((action) => action.startsWith(`${area}.`));
    if (actions.length === 1) return [{ value: actions[0] ?? area, label }];
    return [
      { value: area, label: t('allOfArea', { area: label }) },
      // No-break spaces: the platform's list has no other way to set in.
      ...actions.map((value) => ({ value, label: `\u00a0\u00a0\u00a0${eventLook(value).words}` })),
    ];
  }),
];

/** What an action or an area is called, whichever the address names. */
export const actionWords = (action: string): string =>
  ACTION_OPTIONS.find(({ value }) => value === action)?.label.trim() ?? action;
