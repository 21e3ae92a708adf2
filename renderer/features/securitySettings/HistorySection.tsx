import { useMe } from '../../data/me.ts';
import { usePages } from '../../data/useRead.ts';
import { EventHistory } from '../../shared/EventHistory.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

/** What happened with the own account: anything one doesn't recognise is worth a call to the help desk. */
export function HistorySection() {
  const { user } = useMe();
  const history = usePages('me.history', { limit: 10 });
  return (
    <Section title={t('history')} lead={t('historyLead')}>
      <EventHistory label={t('ownHistory')} history={history} ownerId={user.id} />
    </Section>
  );
}
