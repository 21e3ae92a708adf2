import { mdiAccountKeyOutline, mdiPauseCircleOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

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
          Open the policy
        </Button>
      }
    >
      <strong>Roll-out paused</strong> since <RelativeTime at={since} />: no further department is asked for
      MFA until it is resumed.
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
            Import people
          </Button>
        }
      >
        You are the only person here so far. Import your people from a CSV, or add them one by one under
        Users.
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
          Choose someone
        </Button>
      }
    >
      <strong>Appoint a second administrator.</strong> There is only one: if they lose their phone, nobody
      here can decide their reset, and it takes the server’s own machine to let them in again.
    </Banner>
  );
}
