import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useDesktopState } from '../../data/desktop.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { ErrorState, Loaded, LoadingRows } from '../../ui/states.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { SampleAccounts } from './SampleAccounts.tsx';
import { SetupStep } from './SetupStep.tsx';
import type { SetupChallenge } from './step.ts';
import { useEnter } from './useEnter.ts';
import { useLinkToken } from './useLinkToken.ts';
import { t } from './words.ts';

/** The first start of a server: an organisation and its first administrator, or a sample to look around in. */
export function FirstStartPage() {
  const enter = useEnter();
  const token = useLinkToken({ hide: false });
  const state = useRead('setup.state', {});
  const options = useRead('signIn.options', {}, { enabled: state.data?.state === 'ready' });
  const sample = useWrite('setup.openSample');
  const [created, setCreated] = useState<{ organisation: string; challenge: SetupChallenge }>();
  const desktop = useDesktopState();
  const isSampleProfile =
    desktop?.profiles.find(({ id }) => id === desktop.activeProfileId)?.kind === 'sample';
  const { mutate: openSample } = sample;
  const isWanted = isSampleProfile && state.data?.state === 'empty';
  useEffect(() => {
    if (isWanted) openSample({});
  }, [isWanted, openSample]);
  const [notice, setNotice] = useState<string>();

  if (sample.data) return <SampleAccounts sample={sample.data} />;
  if (notice) return <Navigate to={paths.signIn()} replace />;
  if (created) {
    const known = {
      organisation: created.organisation,
      recommendedApps: options.data?.recommendedApps ?? [],
    };
    return (
      <SetupStep
        options={known}
        banner={null}
        challenge={created.challenge}
        onRestart={() => setNotice('ended')}
        onDone={enter}
      />
    );
  }
  if (state.data?.state === 'ready') return <Navigate to={paths.signIn()} replace />;
  if (isSampleProfile) {
    return (
      <CardPage title={t('sample')} width={520}>
        {sample.error ? (
          <ErrorState message={sample.error.message} onRetry={() => openSample({})} />
        ) : (
          <LoadingRows rows={4} />
        )}
      </CardPage>
    );
  }
  return (
    <CardPage title={t('createTitle')} lead={t('createLead')} width={520} footer={<LanguageChoice />}>
      <Loaded query={state}>
        {({ sampleOffered }) => (
          <>
            <OrganisationForm
              token={token}
              onCreated={(organisation, challenge) => setCreated({ organisation, challenge })}
            />
            {sampleOffered && (
              <>
                <Divider sx={{ my: 5 }} />
                <Typography sx={{ mb: 3 }} color="textSecondary">
                  {t('onlyLooking')}
                </Typography>
                {sample.error && <Banner tone="danger">{sample.error.message}</Banner>}
                <Button
                  variant="outlined"
                  loading={sample.isPending}
                  onClick={() => sample.mutate(token ? { token } : {})}
                >
                  {t('openSample')}
                </Button>
              </>
            )}
          </>
        )}
      </Loaded>
    </CardPage>
  );
}
