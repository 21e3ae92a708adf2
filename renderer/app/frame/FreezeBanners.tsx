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
import { allOf } from '../../language/intl.ts';
import { say } from '../../language/say.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { frozenTogether, type Freeze } from './frozenTogether.ts';
import { rich, t } from '../words.ts';

/** What it means for everybody. */
const MEANS: Record<FreezeSwitch, string> = {
  resets: t('nothingIsReset'),
  setups: t('nobodySetsUp'),
  passwords: t('noLinkSetsPassword'),
};

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
              {t('confirmItWasYou')}
            </Button>
          )
        }
      >
        <span>
          {t('frozen', { what: say(freezeWords(names)), means: allOf(names.map((name) => MEANS[name])) })}
        </span>{' '}
        {freeze && <>{whoAndWhy(freeze)} </>}
        {freeze?.thawsAt && <>{howItEnds(freeze.by, freeze.thawsAt, isMine)} </>}
        {permissions.includes('resets.read') && !mfa.blocked && pathname !== paths.resetRequests() && (
          <Link href={paths.resetRequests()} color="inherit">
            {t('openResetRequests')}
          </Link>
        )}
      </Banner>
    );
  });
}

function whoAndWhy({ by, since, reason }: Freeze) {
  const values = { since: <RelativeTime at={since} />, reason };
  return by ? rich('frozenBy', { name: by.name, ...values }) : rich('frozenBySomebody', values);
}

function howItEnds(by: Freeze['by'], thawsAt: string, isMine: boolean) {
  const date = <RelativeTime at={thawsAt} due />;
  if (isMine) return rich('endsUnlessYou', { date });
  return by ? rich('endsUnlessName', { name: by.name, date }) : rich('endsUnlessSomebody', { date });
}
