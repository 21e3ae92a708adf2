import { useState } from 'react';
import type { OutsideAct } from '../../../../contract/operations/outside.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';
import { t } from '../words.ts';

interface Props {
  act: OutsideAct;
  answer: 'explain' | 'report';
  onClose: () => void;
}

/** Says why it was done, or that it was an attack. */
export function OutsideDialog({ act: { id, state, system }, answer, onClose }: Props) {
  const toast = useToast();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const [breakGlass, setBreakGlass] = useState(false);
  const done = (words: string) => ({
    onDone: () => {
      toast(words);
      onClose();
    },
  });
  const explain = useWrite('resetRequests.explainOutside', done(t('outsideExplainedNow')));
  const report = useWrite('resetRequests.reportOutside', done(t('outsideReportedNow')));
  const isReport = answer === 'report';
  const write = isReport ? report : explain;
  const confirm = () => {
    const said = note.trim();
    if (!said) return setMissing(t('outsideNoteMissing'));
    if (isReport) report.mutate({ id, note: said });
    else explain.mutate({ id, note: said, ...(breakGlass && { breakGlass }) });
  };
  return (
    <ConfirmDialog
      open
      danger={isReport}
      title={t(isReport ? 'outsideReportTitle' : 'outsideExplainTitle', { system })}
      confirmLabel={t(isReport ? 'outsideReport' : 'outsideExplain')}
      busy={write.isPending}
      error={write.error?.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(isReport ? 'outsideReportMeans' : 'outsideExplainMeans')}</p>
      <WhyField
        value={note}
        error={missing}
        maxLength={2000}
        onChange={(why) => {
          setNote(why);
          setMissing(undefined);
        }}
      />
      {!isReport && state === 'open' && (
        <SwitchField
          label={t('outsideBreakGlass')}
          helper={t('outsideBreakGlassHelper')}
          checked={breakGlass}
          onChange={setBreakGlass}
        />
      )}
    </ConfirmDialog>
  );
}
