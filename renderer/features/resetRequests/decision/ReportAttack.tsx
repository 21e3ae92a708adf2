import { mdiAlertOctagonOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { t } from '../words.ts';

/** For who works on a request and doesn't believe the caller: others decide, and nothing happens until then. */
export function ReportAttack({ request }: { request: ResetRequest }) {
  const [isOpen, setOpen] = useState(false);
  const isOwn = useMe().user.id === request.user.id;
  const mayVerify = useCan('resets.verify');
  if (!mayVerify || isOwn || request.suspectedAttack) return null;
  return (
    <>
      <Button
        color="inherit"
        startIcon={<Icon path={mdiAlertOctagonOutline} size={18} />}
        onClick={() => setOpen(true)}
        sx={{ color: 'text.secondary' }}
      >
        {t('reportAttack')}
      </Button>
      {isOpen && <ReportDialog request={request} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReportDialog({ request: { id, user }, onClose }: { request: ResetRequest; onClose: () => void }) {
  const toast = useToast();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const report = useRequestWrite('resetRequests.reportAttack', () => {
    toast(t('attackReportedNow'));
    onClose();
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('reportAttackTitle', { name: user.name })}
      confirmLabel={t('reportAttack')}
      busy={report.isPending}
      error={report.error?.message}
      onConfirm={() =>
        note.trim() ? report.mutate({ id, note: note.trim() }) : setMissing(t('reportAttackWhy'))
      }
      onClose={onClose}
    >
      <p>{t('reportAttackMeans', { name: user.name })}</p>
      <WhyField
        value={note}
        error={missing}
        maxLength={2000}
        onChange={(why) => {
          setNote(why);
          setMissing(undefined);
        }}
      />
    </ConfirmDialog>
  );
}
