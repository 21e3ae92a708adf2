import { usePages } from '../../../data/useRead.ts';
import { EventHistory } from '../../../shared/EventHistory.tsx';
import { Section } from '../../../ui/Section.tsx';
import { t } from '../words.ts';

/** What happened with this account, newest first. */
export function HistorySection({ id }: { id: string }) {
  const history = usePages('users.history', { id, limit: 15 });
  return (
    <Section title={t('history')}>
      <EventHistory label={t('history')} history={history} ownerId={id} />
    </Section>
  );
}
