import { mdiCheckCircleOutline, mdiClockOutline, mdiCloseCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { AuthenticatorList } from './AuthenticatorList.tsx';
import { DisableDialog } from './DisableDialog.tsx';
import { LostDialog } from './LostDialog.tsx';
import { SetupDialog } from './SetupDialog.tsx';
import { rich, t } from './words.ts';

const LOOKS = {
  off: { icon: mdiCloseCircleOutline, colour: 'error.main', word: t('off') },
  on: { icon: mdiCheckCircleOutline, colour: 'success.main', word: t('on') },
  reset_pending: { icon: mdiClockOutline, colour: 'warning.main', word: t('resetPending') },
};

const quiet = (inner: ReactNode) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {inner}
  </Box>
);

/** Status, with what can be done from there. The address `?setup` opens the setup of somebody who has none. */
export function AuthenticationSection() {
  const { mfa } = useMe();
  const [params] = useSearchParams();
  const [open, setOpen] = useState<'setup' | 'move' | 'add' | 'disable' | 'lost' | undefined>(
    mfa.state === 'off' && params.has('setup') ? 'setup' : undefined,
  );
  const cancel = useWrite('me.cancelReset');
  const isExecuting = useIsExecuting();
  const look = LOOKS[mfa.state];
  const close = () => setOpen(undefined);
  return (
    <Section title={t('authentication')} lead={t('authenticationLead')}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 3,
          // On a phone below the status, and in long words below one another.
          '& > button': { flex: { xs: '1 1 auto', sm: 'none' } },
        }}
      >
        <Typography sx={{ fontWeight: 500, width: 72 }}>{t('status')}</Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flex: { xs: '1 1 60%', sm: 1 } }}>
          <Icon path={look.icon} sx={{ color: look.colour }} />
          <Box role="status">
            {mfa.state === 'on' && mfa.since
              ? rich('onSince', { day: <RelativeTime at={mfa.since} dayOnly />, quiet })
              : look.word}
          </Box>
        </Box>
        {mfa.state === 'off' && !mfa.external && mfa.available && (
          <Button variant="contained" onClick={() => setOpen('setup')}>
            {t('setup')}
          </Button>
        )}
        {mfa.state === 'on' && (
          <>
            <Button variant="outlined" onClick={() => setOpen('move')}>
              {t('move')}
            </Button>
            <Button variant="outlined" color="error" onClick={() => setOpen('disable')}>
              {t('disable')}
            </Button>
          </>
        )}
        {mfa.state === 'reset_pending' && !isExecuting && (
          <SubmitButton variant="outlined" busy={cancel.isPending} onClick={() => cancel.mutate({})}>
            {t('cancelRequest')}
          </SubmitButton>
        )}
      </Box>
      {cancel.error && <Banner tone="danger">{cancel.error.message}</Banner>}
      <Explanation />
      {mfa.state !== 'off' && (
        <AuthenticatorList
          {...(mfa.state === 'on' ? { onAdd: () => setOpen('add'), onLost: () => setOpen('lost') } : {})}
        />
      )}
      <SetupDialog open={open === 'setup'} kind="first" onClose={close} onAddAnother={() => setOpen('add')} />
      <SetupDialog open={open === 'move'} kind="move" onClose={close} />
      <SetupDialog open={open === 'add'} kind="add" onClose={close} />
      <LostDialog open={open === 'lost'} onClose={close} />
      <DisableDialog open={open === 'disable'} onClose={close} />
    </Section>
  );
}

/** Whether the own reset is carried out in connected systems: it can't be cancelled any more. */
function useIsExecuting(): boolean {
  const { mfa } = useMe();
  const own = useRead('me.resetRequest', {}, { enabled: mfa.state === 'reset_pending' });
  return own.data?.request?.state === 'executing';
}

/** The one sentence that this state needs. */
function Explanation() {
  const { mfa, organisation } = useMe();
  const isExecuting = useIsExecuting();
  const sentence = () => {
    if (isExecuting) return t('executingMeaning');
    if (mfa.state === 'reset_pending') return t('pendingMeaning');
    if (mfa.state === 'on') return t('onMeaning');
    if (mfa.external) return t('externalMeaning');
    if (!mfa.available) return t('unavailableMeaning', { organisation: organisation.name });
    return t('offMeaning');
  };
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
      {sentence()}
    </Typography>
  );
}
