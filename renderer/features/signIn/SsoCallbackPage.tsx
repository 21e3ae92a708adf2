import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { LoadingRows } from '../../ui/states.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { withinApp } from './useEnter.ts';

type State = { name: 'working' | 'handed_over' } | { name: 'refused'; sentence: string };

/** Where a provider sends the browser back to: ends the sign-in, or hands the answer to the window that waits for it. */
export function SsoCallbackPage() {
  const { sso } = useShell();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<State>({ name: 'working' });
  const begun = useRef(false);
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
      client.clear();
      return navigate(withinApp(result.data.next), { replace: true });
    });
  }, [sso, client, navigate]);

  switch (state.name) {
    case 'working':
      return (
        <OwnedCard title="Signing you in">
          <LoadingRows rows={2} />
        </OwnedCard>
      );
    case 'handed_over':
      return (
        <OwnedCard title="Done">
          <Typography>Go on in the window that you came from. You can close this one.</Typography>
        </OwnedCard>
      );
    case 'refused':
      return (
        <OwnedCard title="You are not signed in">
          <Typography role="alert" sx={{ mb: 5 }}>
            {state.sentence}
          </Typography>
          <Button variant="contained" href={paths.signIn()} autoFocus>
            Back to sign in
          </Button>
        </OwnedCard>
      );
  }
}
