import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useCan } from '../../../data/me.ts';
import { Address } from '../../../ui/Address.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { activationWords, isClosedAgain } from './activationWords.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { wrongTriesSentence } from '../../../shared/wrongTriesSentence.ts';
import { useRequestWrite } from '../useRequestWrite.ts';
import { rich, t } from '../words.ts';

/** After a reset: how the activation code went out, and another one where it is needed. Never the code itself. */
export function ActivationPart({ request }: { request: ResetRequest }) {
  const { activation, user } = request;
  const canDecide = useCan('resets.decide');
  const [asks, setAsks] = useState<'send' | 'handOver' | null>(null);
  const isInPerson = activation?.delivery === 'in_person';
  const isDone = activation?.state === 'used' && !isClosedAgain(request);
  const words = activationWords(request);
  if (words === null) return null;
  return (
    <Box sx={{ mt: 4, pt: 4, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('activationCode')}
      </Typography>
      <Typography>{words}</Typography>
      {activation?.state === 'due' && activation.wrongTries > 0 && (
        <Banner tone="warning">{wrongTriesSentence(activation.wrongTries, user.name)}</Banner>
      )}
      {canDecide && activation && !isDone && (
        <Button
          variant="outlined"
          size="small"
          sx={{ mt: 3 }}
          onClick={() => setAsks(isInPerson ? 'handOver' : 'send')}
        >
          {isInPerson ? t('activationShow') : t('activationSend')}
        </Button>
      )}
      {asks === 'send' && <SendDialog request={request} onClose={() => setAsks(null)} />}
      {asks === 'handOver' && <HandOverDialog request={request} onClose={() => setAsks(null)} />}
    </Box>
  );
}

function SendDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const toast = useToast();
  const send = useRequestWrite('resetRequests.sendActivation', () => {
    toast(t('activationSent', { name: request.user.name }));
    onClose();
  });
  return (
    <ConfirmDialog
      open
      title={t('activationSendTitle', { name: request.user.name })}
      confirmLabel={t('activationSend')}
      busy={send.isPending}
      onConfirm={() => send.mutate({ id: request.id })}
      onClose={onClose}
    >
      <p>{rich('activationSendMeans', { email: <Address>{request.person.email}</Address> })}</p>
      {send.error?.refusal && <Banner tone="danger">{send.error.refusal}</Banner>}
    </ConfirmDialog>
  );
}
