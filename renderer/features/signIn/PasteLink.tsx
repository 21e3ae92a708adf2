import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { OwnedCard } from './OwnedCard.tsx';

/** A link that arrived without what is after its #: some mail gateways and programs cut it off. */
export function PasteLink() {
  const navigate = useNavigate();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <OwnedCard title="This link came without its last part">
      <Typography sx={{ mb: 4 }}>
        Open it from the mail again. If that leads here, copy the whole link from the mail and paste it here.
      </Typography>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const [, token = ''] = link.trim().split('#');
          if (token === '') return setProblem('There is nothing after a # in it. Copy the whole link.');
          void navigate({ hash: token }, { replace: true });
        }}
      >
        <Field
          label="Link from the mail"
          autoComplete="off"
          value={link}
          onChange={(event) => {
            setLink(event.target.value);
            setProblem(undefined);
          }}
          error={problem}
          inputProps={{ spellCheck: false, inputMode: 'url' }}
        />
        <SubmitButton>Continue</SubmitButton>
      </form>
    </OwnedCard>
  );
}
