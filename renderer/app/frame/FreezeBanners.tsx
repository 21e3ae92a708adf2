import { mdiSnowflake } from '@mdi/js';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { use } from 'react';
import { useLocation } from 'react-router';
import { freezeWords } from '../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../contract/freeze.ts';
import { paths } from '../../../contract/paths.ts';
import { StepUpContext } from '../../data/context.ts';
import { useMe } from '../../data/me.ts';
import { say } from '../../language/say.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { frozenTogether } from './frozenTogether.ts';

/** What it means for everybody. */
const MEANS: Record<FreezeSwitch, string> = {
  resets: 'nothing is reset',
  setups: 'nobody sets up or moves MFA',
  passwords: 'no mailed link sets a password',
};

const list = new Intl.ListFormat('en-GB');

/** Loud for everybody: what is frozen, and to staff by whom and why. What was frozen by one press stands in one banner. */
export function FreezeBanners() {
  const { organisation, mfa, permissions, user } = useMe();
  const { pathname } = useLocation();
  const stepUp = use(StepUpContext);
  return frozenTogether(organisation).map(({ names, freeze }) => {
    const isMine = freeze?.by?.id === user.id;
    return (
      <Banner
        edge
        loud
        key={names.join()}
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
        <span>
          {say(freezeWords(names))} are frozen: {list.format(names.map((name) => MEANS[name]))} until a
          security officer unfreezes them.
        </span>{' '}
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
