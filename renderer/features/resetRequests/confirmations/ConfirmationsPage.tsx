import { mdiCheckCircleOutline } from '@mdi/js';
import { useRead } from '../../../data/useRead.ts';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ConfirmationItem } from './ConfirmationItem.tsx';
import { t } from './words.ts';

/** What the help desk asks a manager: whether a request of one of their people is genuine. */
export function ConfirmationsPage() {
  const waiting = useRead('me.confirmations', {});
  return (
    <Page title={t('title')} width="reading" lead={t('lead')}>
      <Loaded cards query={waiting}>
        {({ items }) =>
          items.length > 0 ? (
            items.map((asked) => <ConfirmationItem key={asked.id} asked={asked} />)
          ) : (
            <EmptyState icon={mdiCheckCircleOutline} title={t('nothingToConfirm')}>
              {t('nothingToConfirmWhy')}
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}
