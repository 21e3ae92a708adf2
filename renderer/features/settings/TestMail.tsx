import { mdiEmailFastOutline } from '@mdi/js';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { rich, t } from './words.ts';

const code = (inner: ReactNode) => <code>{inner}</code>;

/** Sends one mail to oneself by the saved settings, and says what the server answered. */
export function TestMail({ isConfigured, isDirty }: { isConfigured: boolean; isDirty: boolean }) {
  const test = useWrite('settings.testMail');
  if (!isConfigured && !isDirty) return null;
  const isOff = !isConfigured || isDirty;
  return (
    <>
      <SubmitButton
        variant="outlined"
        startIcon={<Icon path={mdiEmailFastOutline} size={18} />}
        disabled={isOff}
        busy={test.isPending}
        onClick={() => test.mutate({})}
      >
        {t('sendTestMail')}
      </SubmitButton>
      {isOff && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('saveBeforeTest')}
        </Typography>
      )}
      {!isOff && test.data && (
        <div role="status">
          <Banner tone="success">{rich('testMailSent', { ...test.data, code })}</Banner>
        </div>
      )}
      {!isOff && test.error && <Banner tone="danger">{test.error.message}</Banner>}
    </>
  );
}
