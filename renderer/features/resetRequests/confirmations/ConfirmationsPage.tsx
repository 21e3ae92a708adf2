import { mdiCheckCircleOutline } from '@mdi/js';
import { useRead } from '../../../data/useRead.ts';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ConfirmationItem } from './ConfirmationItem.tsx';

/** What the help desk asks a manager: whether a request of one of their people is genuine. */
export function ConfirmationsPage() {
  const waiting = useRead('me.confirmations', {});
  return (
    <Page
      title="Confirm reset requests"
      width="reading"
      lead="The help desk asks you as the manager on record, or in their place. Speak to the person yourself before you answer."
    >
      <Loaded query={waiting}>
        {({ items }) =>
          items.length > 0 ? (
            items.map((asked) => <ConfirmationItem key={asked.id} asked={asked} />)
          ) : (
            <EmptyState icon={mdiCheckCircleOutline} title="Nobody asks you for a confirmation">
              A request was answered already, or it is over.
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}
