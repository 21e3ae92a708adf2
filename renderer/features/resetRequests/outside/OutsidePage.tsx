import { mdiArrowLeft, mdiShieldCheckOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import { paths } from '../../../../contract/paths.ts';
import { usePages } from '../../../data/useRead.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ShowMore } from '../../../ui/ShowMore.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { t } from '../words.ts';
import { OutsideItem } from './OutsideItem.tsx';
import { WatchedSystems } from './WatchedSystems.tsx';

/** What was done to factors in connected systems without a request here. */
export function OutsidePage() {
  const outside = usePages('resetRequests.outside', {});
  const { more } = outside;
  return (
    <Page
      title={t('outsideTitle')}
      width="reading"
      lead={t('outsideLead')}
      back={
        <Button
          size="small"
          href={paths.resetRequests()}
          startIcon={<Icon path={mdiArrowLeft} size={18} />}
          sx={{ ml: -2 }}
        >
          {t('queueTitle')}
        </Button>
      }
    >
      <Loaded cards query={outside}>
        {({ pages: [first] }) => (
          <>
            {first && first.watched.length > 0 && <WatchedSystems watched={first.watched} />}
            {outside.items?.map((act) => (
              <OutsideItem key={act.id} act={act} />
            ))}
            {outside.items?.length === 0 && (
              <EmptyState icon={mdiShieldCheckOutline} title={t('outsideNone')}>
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
