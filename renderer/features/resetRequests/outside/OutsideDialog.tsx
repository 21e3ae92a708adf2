import { useState } from 'react';
import type { OutsideAct } from '../../../../contract/operations/outside.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyDialog } from '../WhyDialog.tsx';
import { t } from '../words.ts';

interface Props {
  act: OutsideAct;
  answer: 'explain' | 'report';
  onClose: () => void;
}

/** Says why it was done, or that it was an attack. */
export function OutsideDialog({ act: { id, state, system }, answer, onClose }: Props) {
  const toast = useToast();
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
  return (
    <WhyDialog
      danger={isReport}
      title={t(isReport ? 'outsideReportTitle' : 'outsideExplainTitle', { system })}
      means={t(isReport ? 'outsideReportMeans' : 'outsideExplainMeans')}
      missing={t('outsideNoteMissing')}
      confirmLabel={t(isReport ? 'outsideReport' : 'outsideExplain')}
      busy={write.isPending}
      error={write.error?.refusal}
      onConfirm={(note) =>
        isReport
          ? report.mutate({ id, note })
          : explain.mutate({ id, note, ...(breakGlass && { breakGlass }) })
      }
      onClose={onClose}
    >
      {!isReport && state === 'open' && (
        <SwitchField
          label={t('outsideBreakGlass')}
          helper={t('outsideBreakGlassHelper')}
          checked={breakGlass}
          onChange={setBreakGlass}
        />
      )}
    </WhyDialog>
  );
}
