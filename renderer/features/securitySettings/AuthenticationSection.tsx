import { mdiCheckCircleOutline, mdiClockOutline, mdiCloseCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { DisableDialog } from './DisableDialog.tsx';
import { SetupDialog } from './SetupDialog.tsx';

const LOOKS = {
  off: { icon: mdiCloseCircleOutline, colour: 'error.main', word: 'Off' },
  on: { icon: mdiCheckCircleOutline, colour: 'success.main', word: 'On' },
  reset_pending: { icon: mdiClockOutline, colour: 'warning.main', word: 'Reset Pending' },
};

/** Status, with what can be done from there. The address `?setup` opens the setup of somebody who has none. */
export function AuthenticationSection() {
  const { mfa } = useMe();
  const [params] = useSearchParams();
  const [open, setOpen] = useState<'setup' | 'move' | 'disable' | undefined>(
    mfa.state === 'off' && params.has('setup') ? 'setup' : undefined,
  );
  const cancel = useWrite('me.cancelReset');
  const look = LOOKS[mfa.state];
  const close = () => setOpen(undefined);
  return (
    <Section title="Authentication" lead="A code from an authenticator app, asked for besides your password.">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Typography sx={{ fontWeight: 500, width: 72 }}>Status</Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flex: 1, minWidth: 140 }}>
          <Icon path={look.icon} sx={{ color: look.colour }} />
          <Box role="status">
            {look.word}
            {mfa.state === 'on' && mfa.since && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' since '}
                <RelativeTime at={mfa.since} dayOnly />
              </Box>
            )}
          </Box>
        </Box>
        {mfa.state === 'off' && !mfa.external && mfa.available && (
          <Button variant="contained" onClick={() => setOpen('setup')}>
            Setup
          </Button>
        )}
        {mfa.state === 'on' && (
          <>
            <Button variant="outlined" onClick={() => setOpen('move')}>
              Move to a new phone
            </Button>
            <Button variant="outlined" color="error" onClick={() => setOpen('disable')}>
              Disable
            </Button>
          </>
        )}
        {mfa.state === 'reset_pending' && (
          <SubmitButton variant="outlined" busy={cancel.isPending} onClick={() => cancel.mutate({})}>
            Cancel request
          </SubmitButton>
        )}
      </Box>
      {cancel.error && <Banner tone="danger">{cancel.error.message}</Banner>}
      <Explanation />
      <SetupDialog open={open === 'setup'} isMove={false} onClose={close} />
      <SetupDialog open={open === 'move'} isMove onClose={close} />
      <DisableDialog open={open === 'disable'} onClose={close} />
    </Section>
  );
}

/** The one sentence that this state needs. */
function Explanation() {
  const { mfa, organisation } = useMe();
  const sentence = () => {
    if (mfa.state === 'reset_pending')
      return 'Waiting for an administrator, who will contact you. Until the reset, sign in with your existing setup as before.';
    if (mfa.state === 'on') return 'The code is asked for at every sign-in.';
    if (mfa.external)
      return 'You sign in through your identity provider, which asks for its own second factor.';
    if (!mfa.available)
      return `${organisation.name} doesn’t offer multi-factor authentication at the moment.`;
    return 'Anyone who learns your password can sign in as you. Setting up takes two minutes and a phone.';
  };
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
      {sentence()}
    </Typography>
  );
}
