import { asciiCode } from '../../ui/typedCode.ts';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import { useState } from 'react';
import type { CallError } from '../../data/callError.ts';
import { useMe } from '../../data/me.ts';
import { RecommendedApps } from '../../shared/RecommendedApps.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

interface Props {
  busy: boolean;
  error: CallError | null;
  onContinue: (input: { activationCode?: string }) => void;
}

/** The apps; and where one is due, the activation code. */
export function AppsStep({ busy, error, onContinue }: Props) {
  const { recommendedApps, mfa } = useMe();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string>();
  const needsCode = mfa.activationRequired || error?.code === 'activation_required';
  const isWrongCode = error?.code === 'invalid_activation_code';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const activationCode = asciiCode(code).trim();
        const isMissing = needsCode && !activationCode;
        setMissing(isMissing ? t('activationCodeMissing') : undefined);
        if (!isMissing && !busy) onContinue(activationCode ? { activationCode } : {});
      }}
    >
      <Typography sx={{ mb: 2 }}>{t('getApp')}</Typography>
      <RecommendedApps apps={recommendedApps} />
      <Box sx={{ mt: 5 }}>
        {needsCode && (
          <Field
            label={t('activationCode')}
            mono
            autoComplete="off"
            helper={t('activationCodeWhere')}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            error={missing ?? (isWrongCode ? error.message : undefined)}
            inputProps={{ spellCheck: false, autoCapitalize: 'characters' }}
          />
        )}
        {error && !isWrongCode && error.code !== 'activation_required' && (
          <Banner tone="danger">{error.message}</Banner>
        )}
        <DialogFoot>
          <SubmitButton busy={busy}>{t('continue')}</SubmitButton>
        </DialogFoot>
      </Box>
    </form>
  );
}
