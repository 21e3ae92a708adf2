import { mdiShieldCheckOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import { useSearchParams } from 'react-router';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { usePages } from '../../../data/useRead.ts';
import { BackLink } from '../../../ui/BackLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ShowMore } from '../../../ui/ShowMore.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { GateDown } from '../../../shared/GateDown.tsx';
import { t } from '../words.ts';
import { OutsideItem } from './OutsideItem.tsx';
import { WatchedSystems } from './WatchedSystems.tsx';

/** What was done to factors in connected systems without a request here. */
export function OutsidePage() {
  const [params] = useSearchParams();
  const systemId = params.get('systemId') ?? undefined;
  const outside = usePages('resetRequests.outside', systemId === undefined ? {} : { systemId });
  const { more } = outside;
  const mayConnect = useCan('settings.write');
  return (
    <Page
      title={t('outsideTitle')}
      width="reading"
      lead={t('outsideLead')}
      back={<BackLink href={paths.resetRequests()}>{t('queueTitle')}</BackLink>}
    >
      <GateDown />
      <Loaded cards query={outside}>
        {({ pages: [first] }) => (
          <>
            {first && first.watched.length > 0 && (
              <WatchedSystems
                watched={first.watched.filter((one) => systemId === undefined || one.systemId === systemId)}
              />
            )}
            {systemId !== undefined && (
              <Button size="small" href={paths.outside()} sx={{ ml: -2 }}>
                {t('outsideShowAll')}
              </Button>
            )}
            {outside.items?.map((act) => (
              <OutsideItem key={act.id} act={act} />
            ))}
            {outside.items?.length === 0 && (
              <EmptyState
                icon={mdiShieldCheckOutline}
                title={t('outsideNone')}
                action={
                  mayConnect &&
                  first?.watched.length === 0 && (
                    <Button variant="outlined" href={paths.settings()}>
                      {t('outsideConnect')}
                    </Button>
                  )
                }
              >
                {first?.watched.length === 0 ? t('outsideNotWatched') : t('outsideNoneWhy')}
              </EmptyState>
            )}
            {more && <ShowMore {...more} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
