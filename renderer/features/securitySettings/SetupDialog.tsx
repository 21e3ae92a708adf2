import { useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { Steps } from '../../ui/Steps.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { AddStep } from './AddStep.tsx';
import { AppsStep } from './AppsStep.tsx';
import { CurrentCodeStep } from './CurrentCodeStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { ScanStep } from './ScanStep.tsx';
import type { SetupKind } from './setupKind.ts';
import { t } from './words.ts';

interface Props {
  open: boolean;
  kind: SetupKind;
  onClose: () => void;
  /** Offered once the first one is there. */
  onAddAnother?: () => void;
}

const TITLES: Record<SetupKind, string> = { first: t('setupTitle'), move: t('move'), add: t('addTitle') };

/** *Multi-Factor Authentication Setup*, the move to a new phone, and one more: three steps, one thing on each. */
export function SetupDialog({ open, kind, ...rest }: Props) {
  return (
    <TaskDialog open={open} title={TITLES[kind]} onClose={rest.onClose}>
      <SetupSteps kind={kind} {...rest} />
    </TaskDialog>
  );
}

function SetupSteps({ kind, onClose, onAddAnother }: Omit<Props, 'open'>) {
  const [isDone, setDone] = useState(false);
  const begin = useWrite('me.beginEnrolment');
  const step = isDone ? 2 : begin.data ? 1 : 0;
  const first = { busy: begin.isPending, error: begin.error };
  return (
    <>
      <Steps
        labels={[kind === 'first' ? t('stepApp') : t('stepCurrentCode'), t('stepScan'), t('stepDone')]}
        current={isDone ? 3 : step}
      />
      {step === 0 && kind === 'first' && <AppsStep {...first} onContinue={(input) => begin.mutate(input)} />}
      {step === 0 && kind === 'move' && (
        <CurrentCodeStep {...first} onContinue={(code) => begin.mutate({ code })} />
      )}
      {step === 0 && kind === 'add' && (
        <AddStep {...first} onContinue={(input) => begin.mutate({ ...input, add: true })} />
      )}
      {step === 1 && begin.data && (
        <ScanStep
          enrolment={begin.data}
          kind={kind}
          onBeginAgain={() => begin.reset()}
          onDone={() => setDone(true)}
        />
      )}
      {step === 2 && <DoneStep kind={kind} onClose={onClose} onAddAnother={onAddAnother} />}
    </>
  );
}
