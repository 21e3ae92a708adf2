import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { DirectCheckFields } from './DirectCheckFields.tsx';
import { checkInputs, isMet, kindsOf, NO_CHECKS, numberProblem, recipeSentence } from './directChecks.ts';

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
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Typography sx={{ mb: 4 }}>
        Their setup stays as it is. Make sure that you are talking to them: many wrong codes can also be
        someone who is guessing. {recipeSentence(rule)}
      </Typography>
      {kinds.map((kind) => (
        <DirectCheckFields
          key={kind}
          kind={kind}
          user={user}
          check={checks[kind]}
          onChange={(check) => setChecks({ ...checks, [kind]: check })}
        />
      ))}
      <Field
        label="Note"
        optional
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mb: 4 }}>
        The mail to {user.name} says who unlocked, and lists every check.
      </Typography>
      {formError && <Banner tone="danger">{formError}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <SubmitButton busy={unlock.isPending}>Unlock</SubmitButton>
        <Button variant="outlined" onClick={onClose}>
          Cancel
        </Button>
      </Box>
    </form>
  );
}
