import { mdiEmailFastOutline } from '@mdi/js';
import Typography from '@mui/material/Typography';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';

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
        Send a test mail to me
      </SubmitButton>
      {isOff && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          Save first: the test goes by the saved settings.
        </Typography>
      )}
      {!isOff && test.data && (
        <div role="status">
          <Banner tone="success">
            The mail server took it for {test.data.to}. It said: <code>{test.data.answer}</code>
          </Banner>
        </div>
      )}
      {!isOff && test.error && <Banner tone="danger">{test.error.message}</Banner>}
    </>
  );
}
