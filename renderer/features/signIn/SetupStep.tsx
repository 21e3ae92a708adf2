import { useEffect, useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { ActivationForm } from './ActivationForm.tsx';
import { MoreTime } from './MoreTime.tsx';
import { SetupDone } from './SetupDone.tsx';
import { SetupForm } from './SetupForm.tsx';
import type { SetupChallenge } from './step.ts';
import type { StepProps } from './stepProps.ts';
import { t } from './words.ts';

interface Props extends Pick<StepProps, 'banner'> {
  options: Pick<StepProps['options'], 'organisation' | 'recommendedApps'>;
  challenge: SetupChallenge;
  onRestart: (notice?: string) => void;
  onDone: () => void;
}

/** Setup that signing in requires: an activation code where one is due, then the app, then the confirmation. */
export function SetupStep({ options, banner, challenge, onRestart, onDone }: Props) {
  const [isDone, setDone] = useState(false);
  const begin = useWrite('signIn.beginEnrolment');
  const { mutate } = begin;
  const [expiresAt, setExpiresAt] = useState(challenge.expiresAt);
  const token = challenge.challenge;
  useEffect(() => {
    if (!challenge.activationRequired) mutate({ challenge: token });
  }, [challenge.activationRequired, token, mutate]);

  const expired = begin.error?.code === 'challenge_expired' ? begin.error.message : undefined;
  useEffect(() => {
    if (expired) onRestart(expired);
  }, [expired, onRestart]);

  const page = { owner: options.organisation, banner, width: 520 } as const;
  if (isDone) return <SetupDone organisation={options.organisation} banner={banner} onContinue={onDone} />;
  if (begin.data) {
    return (
      <CardPage
        {...page}
        title={t('setupTitle')}
        lead={t('setupLead', { organisation: options.organisation })}
      >
        <MoreTime challenge={token} expiresAt={expiresAt} onMore={setExpiresAt} onEnd={onRestart} />
        <SetupForm
          challenge={token}
          enrolment={begin.data}
          apps={options.recommendedApps}
          onBeginAgain={() => mutate({ challenge: token })}
          onRestart={onRestart}
          onDone={() => setDone(true)}
        />
      </CardPage>
    );
  }
  if (challenge.activationRequired) {
    return (
      <ActivationForm
        {...page}
        busy={begin.isPending}
        error={begin.error?.message}
        onSubmit={(activationCode) => mutate({ challenge: token, activationCode })}
        onBack={() => onRestart()}
      />
    );
  }
  return (
    <CardPage {...page} title={t('setupTitle')}>
      {begin.error ? (
        <ErrorState message={begin.error.message} onRetry={() => mutate({ challenge: token })} />
      ) : (
        <LoadingRows />
      )}
    </CardPage>
  );
}
