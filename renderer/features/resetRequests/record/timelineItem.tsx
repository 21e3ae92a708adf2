import {
  mdiAccountArrowRightOutline,
  mdiAccountCancelOutline,
  mdiAccountQuestionOutline,
  mdiAlertOctagonOutline,
  mdiAlertOutline,
  mdiBellRingOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiEmailOutline,
  mdiHandBackRightOffOutline,
  mdiHandBackRightOutline,
  mdiInboxOutline,
  mdiLifebuoy,
  mdiMinusCircleOutline,
  mdiLockReset,
  mdiLogout,
  mdiPauseCircleOutline,
  mdiPlayCircleOutline,
  mdiRefresh,
} from '@mdi/js';
import {
  CheckKind,
  type CheckOutcome,
  type ResetRequest,
} from '../../../../contract/operations/resetRequestSchemas.ts';
import type { HistoryEvent } from '../../../../contract/schemas.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { eventLook } from '../../../shared/eventLook.ts';
import type { Tone } from '../../../ui/StatusChip.tsx';
import type { TimelineItem } from '../../../ui/Timeline.tsx';
import { t } from '../words.ts';

interface Look {
  icon: string;
  tone?: Tone;
  title: string;
  detail?: string;
}

const OUTCOME_LOOK: Record<CheckOutcome, { icon: string; tone: Tone }> = {
  pass: { icon: mdiCheckCircleOutline, tone: 'success' },
  fail: { icon: mdiCloseCircleOutline, tone: 'danger' },
  no_answer: { icon: mdiMinusCircleOutline, tone: 'neutral' },
};

const kindOf = (value: unknown): CheckKind | undefined => CheckKind.enum.find((kind) => kind === value);
const outcomeOf = (value: unknown): CheckOutcome =>
  value === 'pass' || value === 'fail' ? value : 'no_answer';
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

function lookOf({ action, data }: HistoryEvent, request: ResetRequest): Look {
  switch (action) {
    case 'reset_request.opened':
      return {
        icon: mdiInboxOutline,
        title: t('eventOpened'),
        detail: t('eventOpenedWhere', { source: request.source }),
      };
    case 'reset_request.code_renewed':
      return {
        icon: mdiRefresh,
        tone: data['elsewhere'] === true ? 'warning' : 'neutral',
        title: t('eventCodeRenewed'),
        ...(data['elsewhere'] === true && { detail: t('eventElsewhere') }),
      };
    case 'reset_request.claimed':
      return {
        icon: mdiHandBackRightOutline,
        title: data['takenOver'] === true ? t('eventTakenOver') : t('eventClaimed'),
      };
    case 'reset_request.handed':
      return {
        icon: mdiAccountArrowRightOutline,
        title: t('eventHanded', { name: text(data['toName']) ?? '' }),
      };
    case 'reset_request.manager_asked': {
      const name = text(data['managerName']);
      return {
        icon: mdiAccountQuestionOutline,
        title: name ? t('eventManagerAskedNamed', { name }) : t('eventManagerAsked'),
      };
    }
    case 'reset_request.decision_asked':
      return {
        icon: mdiBellRingOutline,
        title: t('eventDecisionAsked'),
        ...(typeof data['asked'] === 'number' && {
          detail: t('eventDecisionAskedOf', { count: data['asked'] }),
        }),
      };
    case 'reset_request.attack_reported':
      return {
        icon: mdiAlertOctagonOutline,
        tone: 'danger',
        title: t('eventAttackReported'),
        detail: text(data['note']),
      };
    case 'password.asked_anew':
      return { icon: mdiLockReset, tone: 'warning', title: t('eventNewPasswordAsked') };
    case 'sessions.ended':
      return { icon: mdiLogout, title: t('eventSignedOut') };
    case 'reset_request.paused':
      return {
        icon: mdiPauseCircleOutline,
        tone: 'warning',
        title: t('eventPaused'),
        detail: t('eventPausedWhy'),
      };
    case 'reset_request.resumed':
      return { icon: mdiPlayCircleOutline, title: t('eventResumed') };
    case 'reset_request.check_recorded':
      return data['kind'] === 'manager_confirmation'
        ? { ...OUTCOME_LOOK[outcomeOf(data['outcome'])], title: eventLook(action, data).words }
        : checkLook(data);
    case 'reset_request.approved':
      return {
        icon: mdiCheckCircleOutline,
        tone: 'success',
        title: data['final'] === false ? t('eventApprovedFirst') : t('eventApproved'),
      };
    case 'reset_request.denied':
      return {
        icon: mdiCloseCircleOutline,
        tone: 'danger',
        title: data['whileHolding'] === true ? t('eventHoldStopped') : t('eventDenied'),
        ...(data['suspectedAttack'] === true && { detail: t('eventSuspectedAttack') }),
      };
    case 'reset_request.cancelled': {
      const because = text(data['because']);
      return {
        icon: mdiCancel,
        title: t('eventCancelled'),
        ...(because && { detail: t('eventCancelledWhy', { because }) }),
      };
    }
    case 'reset_request.vetoed':
      return { icon: mdiAccountCancelOutline, tone: 'danger', title: t('eventVetoed') };
    case 'reset_request.expired':
      return { icon: mdiClockOutline, title: t('eventExpired') };
    case 'reset_request.sent_back':
      return {
        icon: mdiAlertOutline,
        tone: 'warning',
        title: t('eventSentBack'),
        detail: text(data['missing']),
      };
    case 'reset_request.completed':
      return { icon: mdiLifebuoy, tone: 'success', title: t('eventCompleted') };
    case 'activation_code.issued':
      return {
        icon: mdiEmailOutline,
        title: data['delivery'] === 'in_person' ? t('eventActivationToHandOver') : t('eventActivationMailed'),
      };
    default: {
      const { icon, tone, words } = eventLook(action);
      return { icon, ...(tone && { tone }), title: words };
    }
  }
}

function checkLook(data: HistoryEvent['data']): Look {
  const kind = kindOf(data['kind']);
  const outcome = outcomeOf(data['outcome']);
  const ending = text(data['numberEnding']);
  return {
    ...OUTCOME_LOOK[outcome],
    title: t('eventCheck', { check: kind ? CHECK_WORDS[kind] : t('eventCheckUnknown'), outcome }),
    ...(ending && { detail: t('eventNumberEnding', { ending }) }),
  };
}

/** One event on the timeline of a request. */
export function timelineItem(event: HistoryEvent, request: ResetRequest): TimelineItem {
  const { icon, tone, title, detail } = lookOf(event, request);
  return {
    id: event.id,
    at: event.at,
    icon,
    ...(tone && { tone }),
    title,
    body: event.actor ? byWords(event.actor.name, detail) : detail,
  };
}

/** That nobody is on it any more. Nobody did that, so no event tells of it: a claim runs out by itself, and nothing but a claim follows. */
export function lapseItem({ lapsedClaim }: ResetRequest): TimelineItem[] {
  if (!lapsedClaim) return [];
  const { by, at } = lapsedClaim;
  return [
    {
      id: 'lapse',
      at,
      icon: mdiHandBackRightOffOutline,
      title: t('eventLapsed'),
      body: t('eventLapsedBy', { name: by.name }),
    },
  ];
}

const byWords = (name: string, detail: string | undefined): string =>
  detail ? t('byNameAnd', { name, detail }) : t('byName', { name });
