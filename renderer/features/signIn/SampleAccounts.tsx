import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { allOf } from '../../language/intl.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { CardPage } from '../../ui/CardPage.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { Secret } from '../../ui/Secret.tsx';
import { t } from './words.ts';

type Account = OutputOf<'setup.openSample'>['accounts'][number];

/** Who one can be in the sample organisation. The passwords are random and shown only here. */
export function SampleAccounts({ sample }: { sample: OutputOf<'setup.openSample'> }) {
  return (
    <CardPage title={sample.organisation} owner={t('sample')} lead={t('sampleLead')} width={520}>
      {sample.accounts.map((account) => (
        <AccountCard key={account.username} account={account} />
      ))}
      <Button variant="contained" href={paths.signIn()} fullWidth>
        {t('goToSignIn')}
      </Button>
    </CardPage>
  );
}

function AccountCard({ account }: { account: Account }) {
  const shell = useShell();
  const [isKeyShown, setKeyShown] = useState(false);
  return (
    <Box
      component="section"
      aria-label={account.name}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '6px', p: 4, mb: 3 }}
    >
      <Typography sx={{ fontWeight: 600 }}>
        {account.name}
        <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
          {' '}
          {allOf(account.roles.map((role) => ROLE_WORDS[role]))}
        </Box>
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {account.about}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 2 }}>
        <Secret text={account.username} label={t('username')} />
        <Secret text={account.password} label={t('password')} />
        <CopyButton label={t('copyPassword')} copy={() => shell.copySecret(account.password)} />
        {account.otpauthUri && (
          <Button size="small" aria-expanded={isKeyShown} onClick={() => setKeyShown(!isKeyShown)}>
            {isKeyShown ? t('hideKey') : t('showKey')}
          </Button>
        )}
      </Box>
      {isKeyShown && account.otpauthUri && (
        <Box sx={{ mt: 3 }}>
          <Qr text={account.otpauthUri} label={t('qrOf', { name: account.name })} />
        </Box>
      )}
    </Box>
  );
}
