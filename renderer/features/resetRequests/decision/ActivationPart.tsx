import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useCan } from '../../../data/me.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { wrongTriesSentence } from '../../../shared/wrongTriesSentence.ts';
import { useRequestWrite } from '../useRequestWrite.ts';

/** After a reset: how the activation code went out, and another one where it is needed. Never the code itself. */
export function ActivationPart({ request }: { request: ResetRequest }) {
  const { activation, user } = request;
  const canDecide = useCan('resets.decide');
  const [asks, setAsks] = useState<'send' | 'handOver' | null>(null);
  const isInPerson = activation?.delivery === 'in_person';
  const isDone = activation?.state === 'used';
  return (
    <Box sx={{ mt: 4, pt: 4, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        Activation code
      </Typography>
      <Typography>{activationWords(activation, user.name)}</Typography>
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
          {isInPerson ? 'Show a code to hand over' : 'Send a new activation code'}
        </Button>
      )}
      {asks === 'send' && <SendDialog request={request} onClose={() => setAsks(null)} />}
      {asks === 'handOver' && <HandOverDialog request={request} onClose={() => setAsks(null)} />}
    </Box>
  );
}

function activationWords(activation: ResetRequest['activation'], name: string): ReactNode {
  if (!activation) return `None is due: ${name} sets up again at the next sign-in.`;
  const until = <RelativeTime at={activation.expiresAt} />;
  switch (activation.state) {
    case 'used':
      return `Used: ${name} has begun to set up again.`;
    case 'void':
      return 'The last one no longer works.';
    case 'tried_out':
      return `Ten wrong codes ended the last one: somebody who knows ${name}’s password is trying. Ask ${name} to change it, and send another.`;
    case 'expired':
      return <>The last one ran out {until}, unused.</>;
    case 'due':
      return activation.delivery === 'mail' ? (
        <>
          Mailed to {name}. It works once, until {until}.
        </>
      ) : (
        <>
          No mail can be trusted with it: the address is younger than 30 days, a password was just set by
          mail, or the way of mails changed in the last 7 days. Someone who recorded no check, and turned none
          of that, hands it over in person, until {until}.
        </>
      );
  }
}

function SendDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const toast = useToast();
  const send = useRequestWrite('resetRequests.sendActivation', () => {
    toast(`A new activation code is on its way to ${request.user.name}.`);
    onClose();
  });
  return (
    <ConfirmDialog
      open
      title={`Send ${request.user.name} a new activation code?`}
      confirmLabel="Send a new activation code"
      busy={send.isPending}
      onConfirm={() => send.mutate({ id: request.id })}
      onClose={onClose}
    >
      <p>It goes to {request.person.email}, works once and for 24 hours. The one before no longer works.</p>
      {send.error?.refusal && <Banner tone="danger">{send.error.refusal}</Banner>}
    </ConfirmDialog>
  );
}
