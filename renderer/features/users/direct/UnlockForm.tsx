import { useState } from 'react';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Field } from '../../../ui/Field.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { checkInputs, isMet, kindsOf, NO_CHECKS, numberProblem, recipeSentence } from './directChecks.ts';
import { DirectForm } from './DirectForm.tsx';

interface Props {
  user: UserDetail;
  rule: TierRule;
  onClose: () => void;
}

/** The checks that were made, and a note where there is something to say. */
export function UnlockForm({ user, rule, onClose }: Props) {
  const toast = useToast();
  const [note, setNote] = useState('');
  const [checks, setChecks] = useState(NO_CHECKS);
  const [isTried, setTried] = useState(false);
  const kinds = kindsOf(rule);
  const unlock = useWrite('users.unlock', {
    onDone: () => {
      toast(`${user.name} is unlocked.`);
      onClose();
    },
  });
  const problem =
    numberProblem(checks) ??
    (isMet(rule, checks) ? undefined : `That isn’t enough yet. ${recipeSentence(rule)}`);
  const submit = () => {
    setTried(true);
    if (problem) return;
    const said = note.trim();
    unlock.mutate({ id: user.id, checks: checkInputs(kinds, checks), ...(said && { note: said }) });
  };
  const formError = (isTried ? problem : undefined) ?? unlock.error?.refusal;
  return (
    <DirectForm
      user={user}
      lead={
        <>
          Their setup stays as it is. Make sure that you are talking to them: many wrong codes can also be
          someone who is guessing. {recipeSentence(rule)}
        </>
      }
      kinds={kinds}
      checks={checks}
      onChecks={setChecks}
      more={
        <Field
          label="Note"
          optional
          value={note}
          onChange={(event) => setNote(event.target.value)}
          inputProps={{ maxLength: 2000 }}
        />
      }
      outcome={<>The mail to {user.name} says who unlocked, and lists every check.</>}
      error={formError}
      submit={<SubmitButton busy={unlock.isPending}>Unlock</SubmitButton>}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
