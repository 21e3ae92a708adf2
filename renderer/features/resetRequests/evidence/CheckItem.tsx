import { mdiCheck, mdiChevronDown, mdiClose, mdiMinus } from '@mdi/js';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useId } from 'react';
import { isStrong } from '../../../../contract/checks.ts';
import type {
  CheckKind,
  CheckOutcome,
  ResetRequest,
} from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { TONE_COLOUR, type Tone } from '../../../ui/StatusChip.tsx';
import { CheckForm } from './CheckForm.tsx';
import { CheckRecords } from './CheckRecords.tsx';
import { ManagerPart } from './ManagerPart.tsx';
import { CheckScript } from './CheckScript.tsx';
import { scriptOf } from './checkScripts.ts';
import { latestOf } from './checkState.ts';
import { t } from '../words.ts';

interface Props {
  kind: CheckKind;
  /** Whether it is among checks of which some have to be strong, so that it says whether it is. */
  strongAsked: boolean;
  request: ResetRequest;
  isOpen: boolean;
  onToggle: () => void;
  onRecorded: () => void;
}

const MARKS: Record<CheckOutcome, { icon: string; tone: Tone }> = {
  pass: { icon: mdiCheck, tone: 'success' },
  fail: { icon: mdiClose, tone: 'danger' },
  no_answer: { icon: mdiMinus, tone: 'neutral' },
};

/** One check: what came of it, and opened how to make it and where to record it. */
export function CheckItem({ kind, strongAsked, request, isOpen, onToggle, onRecorded }: Props) {
  const id = useId();
  const { organisation } = useMe();
  const latest = latestOf(request, kind);
  const option = request.checkOptions.find((known) => known.kind === kind);
  const mark = latest && MARKS[latest.outcome];
  const isUndecided = request.state === 'open' || request.state === 'verified';
  const canRecord = isUndecided && request.decision.verify.allowed;
  const isPassed = latest?.outcome === 'pass';
  const isManager = kind === 'manager_confirmation';
  // Staff never record the manager's word; whether they can be asked for it is another matter.
  const refusal = isManager
    ? request.managerConfirmation.refusal
    : option?.allowed
      ? null
      : (option?.refusal ?? null);
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <ButtonBase
        id={`${id}-head`}
        aria-expanded={isOpen}
        aria-controls={`${id}-body`}
        onClick={onToggle}
        sx={{
          display: 'flex',
          width: '100%',
          gap: 3,
          minHeight: 48,
          px: 4,
          py: 2,
          textAlign: 'start',
          fontSize: '0.875rem',
          '&:hover': { bgcolor: 'surface.hover' },
          '&.Mui-focusVisible': { outlineOffset: -2 },
        }}
      >
        <Box
          component="span"
          sx={{
            display: 'grid',
            placeItems: 'center',
            width: 24,
            height: 24,
            flexShrink: 0,
            borderRadius: '50%',
            ...(mark
              ? { bgcolor: `soft.${mark.tone}`, color: TONE_COLOUR[mark.tone] }
              : { border: 2, borderColor: 'divider' }),
          }}
        >
          {mark && <Icon path={mark.icon} size={16} />}
        </Box>
        <Box component="span" sx={{ flex: 1, minWidth: 0, fontWeight: 500 }}>
          {CHECK_WORDS[kind]}{' '}
          {strongAsked && isStrong(kind) && (
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.8125rem' }}>
              {t('strong')}
            </Box>
          )}
        </Box>
        <Box
          component="span"
          sx={{
            fontSize: '0.8125rem',
            fontWeight: mark ? 500 : 400,
            color: TONE_COLOUR[mark?.tone ?? 'neutral'],
          }}
        >
          {latest ? OUTCOME_WORDS[latest.outcome] : stateWords(request, kind, refusal === null)}
        </Box>
        <Icon
          path={mdiChevronDown}
          sx={{
            color: 'text.secondary',
            transform: isOpen ? 'rotate(180deg)' : 'none',
            transition: 'transform 160ms ease-out',
          }}
        />
      </ButtonBase>
      {/* Stays mounted, so that what was typed is still there after a look at another check. */}
      <Box
        id={`${id}-body`}
        role="region"
        aria-labelledby={`${id}-head`}
        hidden={!isOpen}
        sx={{ pl: { xs: 4, sm: 13 }, pr: 4, pb: 5, pt: 1 }}
      >
        <CheckRecords checks={request.checks.filter((check) => check.kind === kind)} />
        {isUndecided && !isPassed && !refusal && (
          <CheckScript script={scriptOf(kind, request, organisation.name)} />
        )}
        {isUndecided && isManager && <ManagerPart request={request} canAsk={canRecord} />}
        {canRecord && !isManager && (
          <CheckForm
            key={latest?.id ?? 'first'}
            kind={kind}
            request={request}
            refusal={refusal}
            isAgain={isPassed}
            onRecorded={onRecorded}
          />
        )}
      </Box>
    </Box>
  );
}

function stateWords(
  { state, managerConfirmation }: ResetRequest,
  kind: CheckKind,
  isAllowed: boolean,
): string {
  if (state !== 'open' && state !== 'verified') return t('notMade');
  if (kind === 'manager_confirmation' && managerConfirmation.asked) return t('managerAskedNoAnswer');
  return isAllowed ? t('notMadeYet') : t('notPossible');
}
