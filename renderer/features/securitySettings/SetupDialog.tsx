import { useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { Steps } from '../../ui/Steps.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { AppsStep } from './AppsStep.tsx';
import { CurrentCodeStep } from './CurrentCodeStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { ScanStep } from './ScanStep.tsx';
import { t } from './words.ts';

interface Props {
  open: boolean;
  /** To a new phone, with a current code, instead of a first setup. */
  isMove: boolean;
  onClose: () => void;
}

/** *Multi-Factor Authentication Setup*, and the move to a new phone: three steps, one thing on each. */
export function SetupDialog({ open, isMove, onClose }: Props) {
  return (
    <TaskDialog open={open} title={isMove ? t('move') : t('setupTitle')} onClose={onClose}>
      <SetupSteps isMove={isMove} onClose={onClose} />
    </TaskDialog>
  );
}

function SetupSteps({ isMove, onClose }: Omit<Props, 'open'>) {
  const [isDone, setDone] = useState(false);
  const begin = useWrite('me.beginEnrolment');
  const step = isDone ? 2 : begin.data ? 1 : 0;
  return (
    <>
      <Steps
        labels={[isMove ? t('stepCurrentCode') : t('stepApp'), t('stepScan'), t('stepDone')]}
        current={isDone ? 3 : step}
      />
      {step === 0 && !isMove && (
        <AppsStep busy={begin.isPending} error={begin.error} onContinue={(input) => begin.mutate(input)} />
      )}
      {step === 0 && isMove && (
        <CurrentCodeStep
          busy={begin.isPending}
          error={begin.error}
          onContinue={(code) => begin.mutate({ code })}
        />
      )}
      {step === 1 && begin.data && (
        <ScanStep
          enrolment={begin.data}
          isMove={isMove}
          onBeginAgain={() => begin.reset()}
          onDone={() => setDone(true)}
        />
      )}
      {step === 2 && <DoneStep isMove={isMove} onClose={onClose} />}
    </>
  );
}
