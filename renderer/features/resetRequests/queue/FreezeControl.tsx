import { mdiSnowflake, mdiSnowflakeOff } from '@mdi/js';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCan, useMe } from '../../../data/me.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';

/** One switch that stops all resets while the organisation is under attack. Any verifier may freeze; officers unfreeze. */
export function FreezeControl() {
  const { frozen } = useMe().organisation;
  const canFreeze = useCan('resets.verify');
  const canUnfreeze = useCan('policy.write');
  const [isOpen, setOpen] = useState(false);
  if (frozen ? !canUnfreeze : !canFreeze) return null;
  return (
    <>
      <Button
        variant="outlined"
        color={frozen ? 'primary' : 'error'}
        startIcon={<Icon path={frozen ? mdiSnowflakeOff : mdiSnowflake} size={18} />}
        onClick={() => setOpen(true)}
      >
        {frozen ? 'Unfreeze resets' : 'Freeze all resets'}
      </Button>
      {isOpen && <FreezeDialog isFrozen={frozen} onClose={() => setOpen(false)} />}
    </>
  );
}

function FreezeDialog({ isFrozen, onClose }: { isFrozen: boolean; onClose: () => void }) {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const done = (sentence: string) => () => {
    toast(sentence);
    onClose();
  };
  const freeze = useWrite('resetRequests.freeze', { onDone: done('All resets are frozen.') });
  const unfreeze = useWrite('resetRequests.unfreeze', { onDone: done('Resets go on again.') });
  const act = isFrozen ? unfreeze : freeze;
  const confirm = () => {
    if (!reason.trim()) return setMissing('Say why, in a sentence: colleagues read it in the mail.');
    act.mutate({ reason: reason.trim() });
  };
  return (
    <ConfirmDialog
      open
      title={isFrozen ? 'Let resets go on?' : 'Freeze all resets?'}
      confirmLabel={isFrozen ? 'Unfreeze resets' : 'Freeze all resets'}
      danger={!isFrozen}
      busy={act.isPending}
      error={act.error?.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        {isFrozen
          ? 'Requests can be approved again, and holds that ended meanwhile are carried out. Check the queue first.'
          : 'No reset happens from this moment on, also none whose hold ends. Checks can still be recorded and requests denied. Only a security officer can unfreeze.'}
      </p>
      <WhyField
        value={reason}
        error={missing}
        onChange={(why) => {
          setReason(why);
          setMissing(undefined);
        }}
      />
    </ConfirmDialog>
  );
}
