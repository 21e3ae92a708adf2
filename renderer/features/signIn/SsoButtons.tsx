import { mdiDomain } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useShell } from '../../data/context.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { withinApp } from './useEnter.ts';
import { t } from './words.ts';

interface Props {
  providers: readonly { id: string; name: string }[];
  onSignedIn: () => void;
  onCode: (challenge: string) => void;
}

/** Signing in at an identity provider, below the form; nothing where there is none. */
export function SsoButtons({ providers, onSignedIn, onCode }: Props) {
  const { sso, desktop } = useShell();
  const [search] = useSearchParams();
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);
  if (providers.length === 0) return null;

  const begin = async (id: string) => {
    waiting.current = new AbortController();
    const { signal } = waiting.current;
    setBusy(id);
    setRefusal(undefined);
    const result = await sso.signIn(id, withinApp(search.get('next')), signal);
    setBusy(undefined);
    if (result.ok) {
      if (result.data === 'signed_in') onSignedIn();
      else if (result.data !== 'left') onCode(result.data.challenge);
    } else if (!signal.aborted) setRefusal(result.error.detail);
  };
  return (
    <Box sx={{ mt: 5, pt: 5, borderTop: 1, borderColor: 'divider' }}>
      {providers.map(({ id, name }) => (
        <SubmitButton
          key={id}
          fullWidth
          variant="outlined"
          startIcon={<Icon path={mdiDomain} size={18} />}
          busy={busy === id}
          onClick={() => void begin(id)}
          sx={{ mb: 2 }}
        >
          {t('continueWith', { provider: name })}
        </SubmitButton>
      ))}
      {busy && desktop && (
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
            {t('signInInBrowser')}
          </Typography>
          <Button size="small" onClick={() => waiting.current?.abort()}>
            {t('cancel')}
          </Button>
        </Box>
      )}
      {refusal && <Banner tone="danger">{refusal}</Banner>}
    </Box>
  );
}
