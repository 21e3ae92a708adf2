import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';

/** Denies a request, or stops an approved one in its hold: as easy as approving. */
export function DenyDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { id, user, state } = request;
  const isHolding = state === 'approved';
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [suspectedAttack, setSuspectedAttack] = useState(false);
  const [missing, setMissing] = useState<string>();
  const done = () => {
    toast(isHolding ? `The reset of ${user.name}’s MFA is stopped.` : 'The request is denied.');
    onClose();
  };
  const deny = useRequestWrite('resetRequests.deny', done);
  const stop = useRequestWrite('resetRequests.stopHold', done);
  const act = isHolding ? stop : deny;
  const confirm = () => {
    if (!reason.trim()) return setMissing('Say why, in a sentence.');
    act.mutate({ id, reason: reason.trim(), ...(suspectedAttack && { suspectedAttack }) });
  };
  return (
    <ConfirmDialog
      open
      title={isHolding ? `Stop the reset for ${user.name}?` : `Deny the request for ${user.name}?`}
      confirmLabel={isHolding ? 'Stop the reset' : 'Deny'}
      danger
      busy={act.isPending}
      error={act.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        The existing setup stays valid. {user.name} is told by mail, and a new request can be made after 24
        hours.
      </p>
      <WhyField
        value={reason}
        error={missing}
        helper={suspectedAttack ? 'For colleagues only: the mail to the user leaves it out.' : undefined}
        onChange={(why) => {
          setReason(why);
          setMissing(undefined);
        }}
        maxLength={2000}
      />
      <SwitchField
        label="Suspected attack"
        helper="Tells every security officer at once."
        checked={suspectedAttack}
        onChange={setSuspectedAttack}
      />
    </ConfirmDialog>
  );
}
