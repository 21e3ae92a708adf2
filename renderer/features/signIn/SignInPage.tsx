import { useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useDesktopState } from '../../data/desktop.ts';
import { endDrafts } from '../../data/drafts.ts';
import { useRead } from '../../data/useRead.ts';
import { followOrganisation } from '../../language/current.ts';
import type { SignedOut } from '../../shared/signedOut.ts';
import { CardPage } from '../../ui/CardPage.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CodeStep } from './CodeStep.tsx';
import { KindBanner } from './KindBanner.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { ResetRequested } from './ResetRequested.tsx';
import { ResetStep } from './ResetStep.tsx';
import { SetupStep } from './SetupStep.tsx';
import type { Step } from './step.ts';
import { useEnter } from './useEnter.ts';
import { t } from './words.ts';

/** Signing in, from the password to the session: code, required setup, or a plea for a reset. */
export function SignInPage() {
  const { state } = useLocation() as { state: SignedOut | null };
  const [step, setStep] = useState<Step>({
    name: 'password',
    ...(state && { notice: state.signedOut === 'time' ? t('sessionOver') : t('wasSignedOut') }),
  });
  const enter = useEnter();
  const desktop = useDesktopState();
  const isServerThere = !desktop || desktop.activeProfileId !== null;
  const setup = useRead('setup.state', {}, { enabled: isServerThere });
  const options = useRead('signIn.options', {}, { enabled: isServerThere }); // However the session ended, and whether or not a page was open then: it leads here.
  useEffect(() => endDrafts(), []);
  const language = options.data?.language;
  useEffect(() => {
    if (language !== undefined) followOrganisation(language);
  }, [language]);

  if (!isServerThere) return <Navigate to={paths.welcome()} replace />;
  if (setup.data?.state === 'empty') return <Navigate to={paths.setUp()} replace />;
  if (!options.data) {
    return (
      <CardPage title={t('signIn')} owner={null}>
        <Loaded query={setup.error ? setup : options}>{() => null}</Loaded>
      </CardPage>
    );
  }
  const restart = (notice?: string) => setStep({ name: 'password', notice });
  const { kind } = options.data;
  const common = { options: options.data, banner: kind === 'server' ? null : <KindBanner kind={kind} /> };
  switch (step.name) {
    case 'password':
      return <PasswordStep {...common} notice={step.notice} onStep={setStep} onSignedIn={enter} />;
    case 'code':
      return (
        <CodeStep
          {...common}
          challenge={step.challenge}
          onReset={() => setStep({ name: 'reset', challenge: step.challenge })}
          onRestart={restart}
          onSignedIn={enter}
        />
      );
    case 'link_code':
      return <CodeStep {...common} challenge={step.challenge} onRestart={restart} onSignedIn={enter} />;
    case 'setup':
      return <SetupStep {...common} challenge={step.challenge} onRestart={restart} onDone={enter} />;
    case 'reset':
      return (
        <ResetStep
          {...common}
          challenge={step.challenge}
          onBack={() => setStep({ name: 'code', challenge: step.challenge })}
          onRestart={restart}
          onRequested={(requestCode) => setStep({ name: 'requested', requestCode })}
        />
      );
    case 'requested':
      return <ResetRequested {...common} requestCode={step.requestCode} onClose={() => restart()} />;
  }
}
