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
import { counted } from '../../../ui/time.ts';
import { useToast } from '../../../ui/Toasts.tsx';
import { checkInputs, isMet, kindsOf, NO_CHECKS, numberProblem, recipeSentence } from './directChecks.ts';
import { DirectForm } from './DirectForm.tsx';

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
        action: { label: 'Open the record', onSelect: () => void navigate(paths.resetRequest(request.id)) },
      });
    },
  });
  const problems = {
    reason: reason ? undefined : 'Choose why.',
    note: note.trim() ? undefined : 'Say what happened: it is part of the record.',
    number: numberProblem(checks),
    checks: isMet(rule, checks) ? undefined : `That isn’t enough yet. ${recipeSentence(rule)}`,
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
      lead={
        <>
          Their authenticator is removed, their sessions end, and they set up again with an activation code.{' '}
          {recipeSentence(rule)}
        </>
      }
      fields={
        <>
          <SelectField
            label="Reason"
            value={reason}
            options={[{ value: '', label: 'Choose' }, ...RESET_REASONS]}
            onChange={({ target }) =>
              setReason(RESET_REASONS.find(({ value }) => value === target.value)?.value ?? '')
            }
            error={wrong(problems.reason)}
          />
          <Field
            label="Note"
            multiline
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            inputProps={{ maxLength: 2000 }}
            error={wrong(problems.note)}
          />
          <Typography variant="h3" sx={{ mb: 3 }}>
            Checks that you made
          </Typography>
        </>
      }
      kinds={kinds}
      checks={checks}
      onChecks={setChecks}
      outcome={
        <>
          {needsSecond && 'Policy asks for a second person here: your record waits until they approve it. '}
          {rule.holdHours > 0 && `The reset happens ${counted(rule.holdHours, 'hour')} after approval. `}
          The mail to {user.name} lists every check.
        </>
      }
      error={formError}
      submit={
        <SubmitButton color={needsSecond ? 'primary' : 'error'} busy={reset.isPending}>
          {needsSecond ? 'Record and ask for approval' : 'Reset MFA'}
        </SubmitButton>
      }
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

function outcomeOf({ state, holdEndsAt }: ResetRequest, name: string): string {
  if (state === 'completed') return `The MFA of ${name} was reset.`;
  if (state === 'approved')
    return holdEndsAt ? 'Approved; the hold is running.' : 'Approved; the hold begins.';
  return 'Recorded. It waits for a second person.';
}
