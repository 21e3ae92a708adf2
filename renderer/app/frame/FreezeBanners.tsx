import { mdiSnowflake } from '@mdi/js';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { use } from 'react';
import { useLocation } from 'react-router';
import type { FreezeSwitch } from '../../../contract/freeze.ts';
import { paths } from '../../../contract/paths.ts';
import { StepUpContext } from '../../data/context.ts';
import { useMe } from '../../data/me.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

const SENTENCES: Record<FreezeSwitch, string> = {
  resets: 'All resets are frozen: nothing is reset until a security officer unfreezes them.',
  setups: 'New setups are frozen: nobody sets up or moves MFA until a security officer unfreezes them.',
  passwords:
    'Passwords by mail are frozen: no mailed link sets a password until a security officer unfreezes them.',
};

/** Loud for everybody: what is frozen, and to staff by whom and why. */
export function FreezeBanners() {
  const { organisation, mfa, permissions, user } = useMe();
  const { pathname } = useLocation();
  const stepUp = use(StepUpContext);
  return organisation.switches.map((name) => {
    const freeze = organisation.freezes?.find((each) => each.switch === name);
    const isMine = freeze?.by?.id === user.id;
    return (
      <Banner
        edge
        loud
        key={name}
        icon={mdiSnowflake}
        action={
          freeze?.thawsAt &&
          isMine && (
            <Button size="small" variant="outlined" color="inherit" onClick={() => void stepUp()}>
              Confirm it was you
            </Button>
          )
        }
      >
        <span>{SENTENCES[name]}</span>{' '}
        {freeze && (
          <>
            {freeze.by?.name ?? 'Somebody'} froze them <RelativeTime at={freeze.since} />: “{freeze.reason}
            ”{' '}
          </>
        )}
        {freeze?.thawsAt && (
          <>
            It ends by itself <RelativeTime at={freeze.thawsAt} />, unless{' '}
            {isMine ? 'you confirm' : `${freeze.by?.name ?? 'whoever did it'} confirms`} it.{' '}
          </>
        )}
        {permissions.includes('resets.read') && !mfa.blocked && pathname !== paths.resetRequests() && (
          <Link href={paths.resetRequests()} color="inherit">
            Open reset requests
          </Link>
        )}
      </Banner>
    );
  });
}
