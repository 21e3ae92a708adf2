import { useState } from 'react';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Field } from '../../../ui/Field.tsx';
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

/** The checks that were made, and a note where there is something to say. */
export function UnlockForm({ user, rule, onClose }: Props) {
  const toast = useToast();
  const [note, setNote] = useState('');
  const [checks, setChecks] = useState(NO_CHECKS);
  const [isTried, setTried] = useState(false);
  const kinds = kindsOf(rule);
  const unlock = useWrite('users.unlock', {
    onDone: () => {
      toast(t('unlocked', { name: user.name }));
      onClose();
    },
  });
  const problem =
    numberProblem(checks) ??
    (isMet(rule, checks) ? undefined : t('notEnough', { recipe: recipeSentence(rule) }));
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
      lead={t('unlockLead', { recipe: recipeSentence(rule) })}
      kinds={kinds}
      checks={checks}
      onChecks={setChecks}
      more={
        <Field
          label={t('note')}
          optional
          value={note}
          onChange={(event) => setNote(event.target.value)}
          inputProps={{ maxLength: 2000 }}
        />
      }
      outcome={t('unlockMail', { name: user.name })}
      error={formError}
      submit={<SubmitButton busy={unlock.isPending}>{t('unlock')}</SubmitButton>}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
