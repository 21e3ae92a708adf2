import Button from '@mui/material/Button';
import { RequestCode } from '../../shared/RequestCode.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import type { StepProps } from './stepProps.ts';
import { t } from './words.ts';

interface Props extends StepProps {
  requestCode: string;
  onClose: () => void;
}

/** The request is made: what to read out, and who will call. */
export function ResetRequested({ options, banner, requestCode, onClose }: Props) {
  return (
    <CardPage
      title={t('resetRequested')}
      lead={t('resetRequestedLead')}
      owner={options.organisation}
      banner={banner}
      width={520}
    >
      <RequestCode code={requestCode} helpDesk={options.helpDesk} />
      <Button variant="outlined" onClick={onClose} sx={{ mt: 5 }}>
        {t('backToSignIn')}
      </Button>
    </CardPage>
  );
}
