import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { ResetRequest } from '../../../../contract/operations/resetRequests.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { RESET_REASONS } from '../../../shared/resetReasons.ts';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { checkInputs, isMet, kindsOf, NO_CHECKS, numberProblem, recipeSentence } from './directChecks.ts';
import { DirectForm } from './DirectForm.tsx';
import { t } from '../words.ts';

interface Props {
  user: UserDetail;
  rule: TierRule;
  onClose: () => void;
}

/** Reason, note and the checks that were made. */
export function DirectResetForm({ user, rule, onClose }: Props) {
  const toast = useToast();
  const navigate = useNavigate();
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [note, setNote] = useState('');
  const [checks, setChecks] = useState(NO_CHECKS);
  const [isTried, setTried] = useState(false);
  const kinds = kindsOf(rule);
  const needsSecond = rule.deciders !== 'anyone';
  const reset = useWrite('users.reset', {
    onDone: (request) => {
      onClose();
      toast({
        text: outcomeOf(request, user.name),
        action: { label: t('openTheRecord'), onSelect: () => void navigate(paths.resetRequest(request.id)) },
      });
    },
  });
  const problems = {
    reason: reason ? undefined : t('chooseWhy'),
    note: note.trim() ? undefined : t('sayWhatHappened'),
    number: numberProblem(checks),
    checks: isMet(rule, checks) ? undefined : t('notEnough', { recipe: recipeSentence(rule) }),
  };
  const submit = () => {
    setTried(true);
    if (!reason || problems.note || problems.number || problems.checks) return;
    reset.mutate({ id: user.id, reason, note: note.trim(), checks: checkInputs(kinds, checks) });
  };
  const wrong = (problem: string | undefined) => (isTried ? problem : undefined);
  const formError = wrong(problems.checks ?? problems.number) ?? reset.error?.refusal;
  return (
    <DirectForm
      user={user}
      lead={t('resetLead', { recipe: recipeSentence(rule) })}
      fields={
        <>
          <SelectField
            label={t('reason')}
            value={reason}
            options={[{ value: '', label: t('choose') }, ...RESET_REASONS]}
            onChange={({ target }) =>
              setReason(RESET_REASONS.find(({ value }) => value === target.value)?.value ?? '')
            }
            error={wrong(problems.reason)}
          />
          <Field
            label={t('note')}
            multiline
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            inputProps={{ maxLength: 2000 }}
            error={wrong(problems.note)}
          />
          <Typography variant="h3" sx={{ mb: 3 }}>
            {t('checksYouMade')}
          </Typography>
        </>
      }
      kinds={kinds}
      checks={checks}
      onChecks={setChecks}
      outcome={
        <>
          {needsSecond && `${t('secondPersonAsked')} `}
          {rule.holdHours > 0 && `${t('resetAfterHold', { hours: rule.holdHours })} `}
          {t('mailListsChecks', { name: user.name })}
        </>
      }
      error={formError}
      submit={
        <SubmitButton color={needsSecond ? 'primary' : 'error'} busy={reset.isPending}>
          {needsSecond ? t('recordAndAsk') : t('resetMfa')}
        </SubmitButton>
      }
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

function outcomeOf({ state, holdEndsAt }: ResetRequest, name: string): string {
  if (state === 'completed') return t('mfaReset', { name });
  if (state === 'executing') return t('resetExecuting', { name });
  if (state === 'approved') return holdEndsAt ? t('approvedHolding') : t('approvedHoldBegins');
  return t('recordedWaits');
}
