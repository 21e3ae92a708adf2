import { mdiAccountKeyOutline, mdiPauseCircleOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { strong } from '../../language/rich.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { rich, t } from './words.ts';

interface Props {
  dashboard: OutputOf<'dashboard.get'>;
}

/** What somebody should do before it is too late, or first of all. */
export function Hints({ dashboard }: Props) {
  return (
    <>
      <ForAdministrators dashboard={dashboard} />
      {dashboard.rollOutPausedAt && <RollOutPaused since={dashboard.rollOutPausedAt} />}
    </>
  );
}

function RollOutPaused({ since }: { since: string }) {
  return (
    <Banner
      tone="warning"
      icon={mdiPauseCircleOutline}
      action={
        <Button size="small" variant="outlined" href={paths.policy()}>
          {t('openPolicy')}
        </Button>
      }
    >
      {rich('rollOutPaused', { at: <RelativeTime at={since} />, b: strong })}
    </Banner>
  );
}

function ForAdministrators({ dashboard: { administrators, users } }: Props) {
  const canManage = useCan('users.manage');
  if (!canManage) return null;
  if (users.total === 1) {
    return (
      <Banner
        tone="accent"
        action={
          <Button size="small" variant="outlined" href={paths.importUsers()}>
            {t('importPeople')}
          </Button>
        }
      >
        {t('onlyPerson')}
      </Banner>
    );
  }
  if (administrators > 1) return null;
  return (
    <Banner
      tone="warning"
      icon={mdiAccountKeyOutline}
      action={
        <Button size="small" variant="outlined" href={paths.users()}>
          {t('chooseSomeone')}
        </Button>
      }
    >
      {rich('appointSecond', { b: strong })}
    </Banner>
  );
}
