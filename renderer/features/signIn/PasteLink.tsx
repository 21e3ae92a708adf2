import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { t } from './words.ts';

/** A link that arrived without what is after its #: some mail gateways and programs cut it off. */
export function PasteLink() {
  const navigate = useNavigate();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <OwnedCard title={t('linkCutOff')}>
      <Typography sx={{ mb: 4 }}>{t('linkCutOffWhatNow')}</Typography>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const [, token = ''] = link.trim().split('#');
          if (token === '') return setProblem(t('pastedLinkCutOff'));
          void navigate({ hash: token }, { replace: true });
        }}
      >
        <Field
          label={t('pastedLink')}
          autoComplete="off"
          value={link}
          onChange={(event) => {
            setLink(event.target.value);
            setProblem(undefined);
          }}
          error={problem}
          inputProps={{ spellCheck: false, inputMode: 'url' }}
        />
        <SubmitButton>{t('continue')}</SubmitButton>
      </form>
    </OwnedCard>
  );
}
