import { mdiEmailFastOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import type { useWrite } from '../../data/useWrite.ts';
import { Invitations } from '../../shared/invitations/Invitations.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { rich, t } from './words.ts';

export type Testing = ReturnType<typeof useWrite<'settings.testMail'>>;

interface Props {
  test: Testing;
  isConfigured: boolean;
  isDirty: boolean;
}

const code = (inner: ReactNode) => <code>{inner}</code>;

/** Sends one mail to oneself by the saved settings, says what the server answered, and what can be done now that it works. */
export function TestMail({ test, isConfigured, isDirty }: Props) {
  const outcome = useRef<HTMLDivElement>(null);
  const isOff = !isConfigured || isDirty;
  const isTold = !isOff && (test.data ?? test.error) !== null;
  // It goes by itself when the settings are saved, from wherever on the page that was.
  useEffect(() => {
    if (isTold) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [isTold]);
  if (!isConfigured && !isDirty) return null;
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
      <div ref={outcome}>
        {!isOff && test.data && (
          <div role="status">
            <Banner tone="success" action={<ImportNext />}>
              {rich('testMailSent', { ...test.data, code })}
            </Banner>
          </div>
        )}
        {!isOff && test.error && <Banner tone="danger">{test.error.message}</Banner>}
        {!isOff && <Invitations onlyReady />}
      </div>
    </>
  );
}

/** On day one: mail works, and nobody is there yet whom it would reach. */
function ImportNext() {
  const canManage = useCan('users.manage');
  const { data } = useRead('dashboard.dayOne', {}, { enabled: canManage });
  if (!data?.steps.some(({ name, done }) => name === 'people' && !done)) return null;
  return (
    <Button size="small" variant="contained" href={paths.importUsers()}>
      {t('importNext')}
    </Button>
  );
}
