import { startTransition, Suspense, use, useCallback, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { FetchAheadContext } from '../../data/context.ts';
import { useDesktopState } from '../../data/desktop.ts';
import { endDrafts } from '../../data/drafts.ts';
import { useRead } from '../../data/useRead.ts';
import { followOrganisation } from '../../language/current.ts';
import type { SignedOut } from '../../shared/signedOut.ts';
import { CardPage } from '../../ui/CardPage.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Loaded } from '../../ui/states.tsx';
import { whenIdle } from '../../ui/whenIdle.ts';
import { KindBanner } from './KindBanner.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import type { Step } from './step.ts';
import { useEnter } from './useEnter.ts';
import { t } from './words.ts';

const loadCodeStep = () => import('./CodeStep.tsx');
// What follows the form isn't waited for before it stands.
const CodeStep = lazyPart(loadCodeStep, 'CodeStep');
const ResetRequested = lazyPart(() => import('./ResetRequested.tsx'), 'ResetRequested');
const ResetStep = lazyPart(() => import('./ResetStep.tsx'), 'ResetStep');
const SetupStep = lazyPart(() => import('./SetupStep.tsx'), 'SetupStep');

/** Signing in, from the password to the session: code, required setup, or a plea for a reset. */
export function SignInPage() {
  const { state } = useLocation() as { state: SignedOut | null };
  const [step, show] = useState<Step>({
    name: 'password',
    ...(state && { notice: state.signedOut === 'time' ? t('sessionOver') : t('wasSignedOut') }),
  });
  // The step before stays until the next one's code is there.
  const setStep = useCallback((next: Step) => startTransition(() => show(next)), []);
  const enter = useEnter();
  const desktop = useDesktopState();
  const isServerThere = !desktop || desktop.activeProfileId !== null;
  const setup = useRead('setup.state', {}, { enabled: isServerThere });
  const options = useRead('signIn.options', {}, { enabled: isServerThere });
  // However the session ended, and whether or not a page was open then: it leads here.
  useEffect(() => endDrafts(), []);
  const language = options.data?.language;
  useEffect(() => {
    if (language !== undefined) followOrganisation(language);
  }, [language]);
  const fetchFrame = use(FetchAheadContext);
  const stands = options.data !== undefined;
  useEffect(() => {
    if (!stands) return;
    return whenIdle(() => {
      loadCodeStep().catch(() => undefined);
      fetchFrame();
    });
  }, [stands, fetchFrame]);

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
  const after = { ...common, onRestart: restart };
  return (
    <Suspense fallback={null}>
      {step.name === 'password' && (
        <PasswordStep {...common} notice={step.notice} onStep={setStep} onSignedIn={enter} />
      )}
      {step.name === 'code' && (
        <CodeStep
          {...after}
          challenge={step.challenge}
          onReset={() => setStep({ name: 'reset', challenge: step.challenge })}
          onSignedIn={enter}
        />
      )}
      {step.name === 'link_code' && <CodeStep {...after} challenge={step.challenge} onSignedIn={enter} />}
      {step.name === 'setup' && <SetupStep {...after} challenge={step.challenge} onDone={enter} />}
      {step.name === 'reset' && (
        <ResetStep
          {...after}
          challenge={step.challenge}
          onBack={() => setStep({ name: 'code', challenge: step.challenge })}
          onRequested={(requestCode) => setStep({ name: 'requested', requestCode })}
        />
      )}
      {step.name === 'requested' && (
        <ResetRequested {...common} requestCode={step.requestCode} onClose={() => restart()} />
      )}
    </Suspense>
  );
}
