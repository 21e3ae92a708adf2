import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { paths } from '../../../contract/paths.ts';
import { useRead } from '../../data/useRead.ts';
import { allOf } from '../../language/intl.ts';
import { CardPage } from '../../ui/CardPage.tsx';
import { Loaded } from '../../ui/states.tsx';
import { KindBanner } from './KindBanner.tsx';
import { LostDeviceForm } from './LostDeviceForm.tsx';
import { ResetRequested } from './ResetRequested.tsx';
import { ResetStep } from './ResetStep.tsx';
import { t } from './words.ts';

type Step =
  | { name: 'password'; notice?: string | undefined }
  | { name: 'reset'; challenge: string }
  | { name: 'requested'; requestCode: string }
  | { name: 'opened'; systems: readonly string[] };

/**
 * Linked from the sign-in page of a connected system, and from the mail of an activation code: asks for a reset of what somebody
 * lost, or opens what a reset holds. Without a system in the address it only takes a code.
 */
export function LostDevicePage() {
  const [query] = useSearchParams();
  const systemId = query.get('system');
  const [step, setStep] = useState<Step>({ name: 'password' });
  const navigate = useNavigate();
  const options = useRead('signIn.options', {});
  if (!options.data) {
    return (
      <CardPage title={t('lostDeviceTitle')} owner={null}>
        <Loaded query={options}>{() => null}</Loaded>
      </CardPage>
    );
  }
  const { kind, organisation } = options.data;
  const banner = kind === 'server' ? null : <KindBanner kind={kind} />;
  const common = { options: options.data, banner };
  const restart = (notice?: string) => setStep({ name: 'password', notice });
  switch (step.name) {
    case 'password':
      return (
        <LostDeviceForm
          {...common}
          systemId={systemId}
          notice={step.notice}
          onChallenge={(challenge) => setStep({ name: 'reset', challenge })}
          onOpened={(systems) => setStep({ name: 'opened', systems })}
        />
      );
    case 'reset':
      return (
        <ResetStep
          {...common}
          challenge={step.challenge}
          onBack={() => restart()}
          onRestart={restart}
          onRequested={(requestCode) => setStep({ name: 'requested', requestCode })}
        />
      );
    case 'requested':
      return (
        <ResetRequested
          {...common}
          requestCode={step.requestCode}
          onClose={() => void navigate(paths.signIn())}
        />
      );
    case 'opened':
      return (
        <CardPage title={t('accessOpens')} owner={organisation} banner={banner} width={520}>
          <Typography sx={{ mb: 5 }}>{t('accessOpensMeaning', { systems: allOf(step.systems) })}</Typography>
          <Button variant="outlined" onClick={() => restart()}>
            {t('back')}
          </Button>
        </CardPage>
      );
  }
}
