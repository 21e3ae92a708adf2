import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { SsoProvider, SsoTestResult } from '../../../contract/operations/sso.ts';
import { useShell } from '../../data/context.ts';
import { useWaiting } from '../../data/useWaiting.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DescriptionList, type Fact } from '../../ui/DescriptionList.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { RedirectUris } from './RedirectUris.tsx';
import { t } from './words.ts';

interface Props {
  provider: SsoProvider;
  redirectUris: { web: string; desktop: string };
  onClose: () => void;
}

/** Signs in at the provider for a trial: nobody is signed in here, and the result says what is wrong. */
export function SsoTestDialog({ provider: { id, name }, redirectUris, onClose }: Props) {
  const { sso } = useShell();
  const [result, setResult] = useState<SsoTestResult>();
  const { busy, refusal, begin } = useWaiting((signal) => sso.test(id, signal), setResult);
  const test = () => {
    setResult(undefined);
    begin();
  };
  return (
    <TaskDialog open title={t('testSignInAt', { provider: name })} onClose={onClose}>
      <Typography sx={{ mb: 4 }}>{t('testLead')}</Typography>
      <div role="status">
        {busy && <Banner>{t('testWaits')}</Banner>}
        {result && <Banner tone={result.ok ? 'success' : 'warning'}>{result.sentence}</Banner>}
      </div>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      {result && <DescriptionList facts={factsOf(result)} />}
      {busy && (
        <Box sx={{ mt: 4 }}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
            {t('testHangs')}
          </Typography>
          <RedirectUris {...redirectUris} />
        </Box>
      )}
      <DialogFoot>
        <Button variant="outlined" onClick={onClose}>
          {t('close')}
        </Button>
        <Button variant="contained" onClick={test}>
          {busy || result || refusal ? t('testAgain') : t('continueWith', { provider: name })}
        </Button>
      </DialogFoot>
    </TaskDialog>
  );
}

function factsOf({ subject, email, emailVerified, mfaAsserted, person }: SsoTestResult): Fact[] {
  if (subject === null) return [];
  return [
    { term: t('subject'), value: <code>{subject}</code> },
    {
      term: t('email'),
      value:
        email === null ? t('noEmail') : t(emailVerified ? 'emailVerified' : 'emailNotVerified', { email }),
    },
    { term: t('secondFactor'), value: mfaAsserted ? t('secondFactorAsked') : t('secondFactorUnknown') },
    { term: t('accountHere'), value: person ? `${person.name} (${person.username})` : t('noAccount') },
  ];
}
