import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { useRead } from '../../data/useRead.ts';
import { CardPage } from '../../ui/CardPage.tsx';
import { Loaded, LoadingRows } from '../../ui/states.tsx';
import { CodeStep } from './CodeStep.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { withinApp } from './useEnter.ts';
import { t } from './words.ts';

type State =
  | { name: 'working' | 'handed_over' }
  | { name: 'refused'; sentence: string }
  | { name: 'code'; challenge: string; next: string };

/** Where a provider sends the browser back to: ends the sign-in, or hands the answer to the window that waits for it. */
export function SsoCallbackPage() {
  const { sso } = useShell();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<State>({ name: 'working' });
  const begun = useRef(false);
  const refuse = (sentence: string) => setState({ name: 'refused', sentence });
  useEffect(() => {
    // An answer counts once; effects may run twice.
    if (begun.current) return;
    begun.current = true;
    const parameters = window.location.search.slice(1);
    // Out of the address bar and the history.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    void sso.comeBack(parameters).then((result) => {
      if (!result.ok) return setState({ name: 'refused', sentence: result.error.detail });
      if (result.data === 'handed_over') {
        setState({ name: 'handed_over' });
        return window.close();
      }
      const { next, challenge } = result.data;
      if (challenge !== undefined) return setState({ name: 'code', challenge, next });
      client.clear();
      return navigate(withinApp(next), { replace: true });
    });
  }, [sso, client, navigate]);

  switch (state.name) {
    case 'working':
      return (
        <OwnedCard title={t('signingIn')}>
          <LoadingRows rows={2} />
        </OwnedCard>
      );
    case 'handed_over':
      return (
        <OwnedCard title={t('handedOver')}>
          <Typography>{t('handedOverWhere')}</Typography>
        </OwnedCard>
      );
    case 'code':
      return <LinkCode challenge={state.challenge} next={state.next} onRefused={refuse} />;
    case 'refused':
      return (
        <OwnedCard title={t('notSignedIn')}>
          <Typography role="alert" sx={{ mb: 5 }}>
            {state.sentence}
          </Typography>
          <Button variant="contained" href={paths.signIn()} autoFocus>
            {t('backToSignIn')}
          </Button>
        </OwnedCard>
      );
  }
}

/** The code that proves a new link: asked for once. */
function LinkCode({
  challenge,
  next,
  onRefused,
}: {
  challenge: string;
  next: string;
  onRefused: (sentence: string) => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const options = useRead('signIn.options', {});
  if (!options.data)
    return (
      <CardPage title={t('signIn')} owner={null}>
        <Loaded query={options}>{() => null}</Loaded>
      </CardPage>
    );
  return (
    <CodeStep
      options={options.data}
      banner={null}
      challenge={challenge}
      onRestart={(notice) => onRefused(notice ?? t('linkCodeMissing'))}
      onSignedIn={() => {
        client.clear();
        void navigate(withinApp(next), { replace: true });
      }}
    />
  );
}
