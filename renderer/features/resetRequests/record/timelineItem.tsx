import {
  mdiAccountCancelOutline,
  mdiAccountQuestionOutline,
  mdiAlertOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiEmailOutline,
  mdiHandBackRightOutline,
  mdiInboxOutline,
  mdiLifebuoy,
  mdiPauseCircleOutline,
  mdiPhoneMissedOutline,
  mdiPlayCircleOutline,
  mdiRefresh,
} from '@mdi/js';
import {
  CheckKind,
  type CheckOutcome,
  type ResetRequest,
} from '../../../../contract/operations/resetRequestSchemas.ts';
import type { HistoryEvent } from '../../../../contract/schemas.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { eventLook } from '../../../shared/eventLook.ts';
import { SOURCE_WORDS } from '../../../shared/requestLook.ts';
import type { Tone } from '../../../ui/StatusChip.tsx';
import type { TimelineItem } from '../../../ui/Timeline.tsx';

interface Look {
  icon: string;
  tone?: Tone;
  title: string;
  detail?: string;
}

const OUTCOME_LOOK: Record<CheckOutcome, { icon: string; tone: Tone }> = {
  pass: { icon: mdiCheckCircleOutline, tone: 'success' },
  fail: { icon: mdiCloseCircleOutline, tone: 'danger' },
  no_answer: { icon: mdiPhoneMissedOutline, tone: 'neutral' },
};

/** Who made it stands beside it. */
const MADE: typeof SOURCE_WORDS = { ...SOURCE_WORDS, staff: 'for a caller', direct: 'as a direct reset' };

const kindOf = (value: unknown): CheckKind | undefined => CheckKind.enum.find((kind) => kind === value);
const outcomeOf = (value: unknown): CheckOutcome =>
  value === 'pass' || value === 'fail' ? value : 'no_answer';
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

function lookOf({ action, data }: HistoryEvent, request: ResetRequest): Look {
  switch (action) {
    case 'reset_request.opened':
      return { icon: mdiInboxOutline, title: 'Request made', detail: MADE[request.source] };
    case 'reset_request.code_renewed':
      return {
        icon: mdiRefresh,
        tone: data['elsewhere'] === true ? 'warning' : 'neutral',
        title: 'Submitted again, with a fresh request code',
        ...(data['elsewhere'] === true && { detail: 'from another browser or network' }),
      };
    case 'reset_request.claimed':
      return { icon: mdiHandBackRightOutline, title: data['takenOver'] === true ? 'Taken over' : 'Claimed' };
    case 'reset_request.manager_asked': {
      const manager = text(data['managerName']);
      return {
        icon: mdiAccountQuestionOutline,
        title: manager ? `${manager} asked to confirm` : 'Manager asked',
      };
    }
    case 'reset_request.paused':
      return {
        icon: mdiPauseCircleOutline,
        tone: 'warning',
        title: 'Paused: a valid code was entered',
        detail: 'the user is asked whether the request is theirs',
      };
    case 'reset_request.resumed':
      return { icon: mdiPlayCircleOutline, title: 'The user said: yes, I asked for this' };
    case 'reset_request.check_recorded':
      return checkLook(data);
    case 'reset_request.approved':
      return {
        icon: mdiCheckCircleOutline,
        tone: 'success',
        title: data['final'] === false ? 'Approved, first of two' : 'Approved',
      };
    case 'reset_request.denied':
      return {
        icon: mdiCloseCircleOutline,
        tone: 'danger',
        title: data['whileHolding'] === true ? 'Stopped in its hold' : 'Denied',
        ...(data['suspectedAttack'] === true && { detail: 'marked as a suspected attack' }),
      };
    case 'reset_request.cancelled':
      return { icon: mdiCancel, title: 'Cancelled', detail: text(data['because']) };
    case 'reset_request.vetoed':
      return { icon: mdiAccountCancelOutline, tone: 'danger', title: 'Stopped: “This wasn’t me”' };
    case 'reset_request.expired':
      return { icon: mdiClockOutline, title: 'Expired' };
    case 'reset_request.sent_back':
      return {
        icon: mdiAlertOutline,
        tone: 'warning',
        title: 'Sent back: the evidence no longer suffices',
        detail: text(data['missing']),
      };
    case 'reset_request.completed':
      return { icon: mdiLifebuoy, tone: 'success', title: 'MFA reset' };
    case 'activation_code.issued':
      return {
        icon: mdiEmailOutline,
        title: data['delivery'] === 'in_person' ? 'Activation code to hand over' : 'Activation code mailed',
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
    title: `${kind ? CHECK_WORDS[kind] : 'Check'}: ${OUTCOME_WORDS[outcome].toLowerCase()}`,
    ...(ending && { detail: `number ending ${ending}` }),
  };
}

/** One event on the time line of a request. */
export function timelineItem(event: HistoryEvent, request: ResetRequest): TimelineItem {
  const { icon, tone, title, detail } = lookOf(event, request);
  const by = event.actor && `by ${event.actor.name}`;
  return {
    id: event.id,
    at: event.at,
    icon,
    ...(tone && { tone }),
    title,
    body: [by, detail].filter(Boolean).join(', ') || undefined,
  };
}
