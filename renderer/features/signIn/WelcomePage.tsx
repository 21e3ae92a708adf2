import { mdiDesktopClassic, mdiFlaskOutline, mdiServerNetwork } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import type { Result } from '../../../contract/errors.ts';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { useDesktopState, useProfileSwitch } from '../../data/desktop.ts';
import { Banner } from '../../ui/Banner.tsx';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

/** The desktop's first start: where the organisation lives. */
export function WelcomePage() {
  const { desktop } = useShell();
  const state = useDesktopState();
  const { change } = useProfileSwitch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState<'local' | 'sample' | 'server'>();
  const [refusal, setRefusal] = useState<string>();
  const [address, setAddress] = useState('');
  const [isConnecting, setConnecting] = useState(false);
  if (!desktop || !state) return <Navigate to={paths.signIn()} replace />;

  const go = async (kind: 'local' | 'sample' | 'server', step: Promise<Result<unknown>>) => {
    setBusy(kind);
    setRefusal(undefined);
    const result = await step;
    setBusy(undefined);
    if (!result.ok) return setRefusal(result.error.detail);
    client.clear();
    await navigate(paths.signIn());
  };
  return (
    <CardPage title={t('whereTitle')} width={520} footer={<LanguageChoice />}>
      {state.profiles.map((profile) => (
        <Choice
          key={profile.id}
          icon={mdiServerNetwork}
          title={profile.name}
          text={profile.host ?? t('onThisComputer')}
          onClick={() => change(profile.id)}
        />
      ))}
      {!state.profiles.some(({ kind }) => kind === 'local') && (
        <Choice
          icon={mdiDesktopClassic}
          title={t('onThisComputer')}
          text={busy === 'local' ? t('serverStarting') : t('onThisComputerMeaning')}
          onClick={() => void go('local', desktop.run('chooseLocal', {}))}
        />
      )}
      <Choice
        icon={mdiServerNetwork}
        title={t('onServer')}
        text={t('onServerMeaning')}
        onClick={() => setConnecting(true)}
      />
      {isConnecting && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (address.trim()) void go('server', desktop.run('connect', { address: address.trim() }));
          }}
        >
          <Field
            label={t('serverAddress')}
            placeholder="gatehouse.example.com"
            autoFocus
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
          />
          <Box sx={{ display: 'flex', gap: 2, mb: 4 }}>
            <SubmitButton busy={busy === 'server'}>{t('connect')}</SubmitButton>
            <Button color="inherit" onClick={() => setConnecting(false)}>
              {t('cancel')}
            </Button>
          </Box>
        </form>
      )}
      {!state.profiles.some(({ kind }) => kind === 'sample') && (
        <Choice
          icon={mdiFlaskOutline}
          title={t('inSample')}
          text={busy === 'sample' ? t('samplePreparing') : t('inSampleMeaning')}
          onClick={() => void go('sample', desktop.run('openSample', {}))}
        />
      )}
      {refusal && <Banner tone="danger">{refusal}</Banner>}
    </CardPage>
  );
}

function Choice({
  icon,
  title,
  text,
  onClick,
}: {
  icon: string;
  title: string;
  text: string;
  onClick: () => void;
}) {
  return (
    <ButtonBase
      onClick={onClick}
      sx={{
        display: 'flex',
        width: '100%',
        gap: 3,
        p: 4,
        mb: 3,
        textAlign: 'left',
        justifyContent: 'flex-start',
        border: 1,
        borderColor: 'control.main',
        borderRadius: '8px',
        '&:hover': { bgcolor: 'surface.hover' },
      }}
    >
      <Icon path={icon} size={24} sx={{ color: 'primary.main' }} />
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        <Typography variant="body2" color="textSecondary">
          {text}
        </Typography>
      </Box>
    </ButtonBase>
  );
}
