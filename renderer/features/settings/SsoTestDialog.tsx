import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { SsoProvider, SsoTestResult } from '../../../contract/operations/sso.ts';
import { useShell } from '../../data/context.ts';
import { useWaiting } from '../../data/useWaiting.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DescriptionList, type Fact } from '../../ui/DescriptionList.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { RedirectUris } from './RedirectUris.tsx';

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
    <TaskDialog open title={`Test sign-in at ${name}`} onClose={onClose}>
      <Typography sx={{ mb: 4 }}>
        Sign in there as anyone you like. Nobody is signed in here and no account is linked; you are told who
        it would be, or what is wrong.
      </Typography>
      <div role="status">
        {busy && <Banner>Sign in in the window that has opened. The result appears here.</Banner>}
        {result && <Banner tone={result.ok ? 'success' : 'warning'}>{result.sentence}</Banner>}
      </div>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      {result && <DescriptionList facts={factsOf(result)} />}
      {busy && (
        <Box sx={{ mt: 4 }}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
            Does the provider show an error of its own and not come back? Then it doesn’t know the address to
            come back to.
          </Typography>
          <RedirectUris {...redirectUris} />
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>
        <Button variant="contained" onClick={test}>
          {busy || result || refusal ? 'Test again' : `Continue with ${name}`}
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Close
        </Button>
      </Box>
    </TaskDialog>
  );
}

function factsOf({ subject, email, emailVerified, mfaAsserted, person }: SsoTestResult): Fact[] {
  if (subject === null) return [];
  return [
    { term: 'Subject', value: <code>{subject}</code> },
    {
      term: 'E-mail',
      value: email === null ? 'None sent' : `${email}, ${emailVerified ? 'verified' : 'not verified'}`,
    },
    { term: 'Second factor', value: mfaAsserted ? 'Asked for, the provider says' : 'Not mentioned' },
    { term: 'Account here', value: person ? `${person.name} (${person.username})` : 'None' },
  ];
}
