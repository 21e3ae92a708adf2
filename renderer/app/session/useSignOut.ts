import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useTransport } from '../../data/context.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { useLeave } from '../../ui/unsaved.ts';
import { leaving } from './leaving.ts';
import { t } from '../words.ts';

/** Ends the session and forgets what was read with it; asks first where something typed would go with it. */
export function useSignOut() {
  const transport = useTransport();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const leave = useLeave();
  const signOut = () => {
    leaving.add(client);
    void transport.call('signIn.signOut', {}).then(async (result) => {
      if (!result.ok && result.error.code !== 'not_signed_in') {
        leaving.delete(client);
        toast({ tone: 'danger', text: t('stillSignedIn', { detail: result.error.detail }) });
        return;
      }
      await navigate(paths.signIn());
      client.clear();
    });
  };
  return () => leave(signOut);
}
