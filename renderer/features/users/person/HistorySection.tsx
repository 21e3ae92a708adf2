import { usePages } from '../../../data/useRead.ts';
import { EventHistory } from '../../../shared/EventHistory.tsx';
import { Section } from '../../../ui/Section.tsx';

/** What happened with this account, newest first. */
export function HistorySection({ id }: { id: string }) {
  const history = usePages('users.history', { id, limit: 15 });
  return (
    <Section title="History">
      <EventHistory label="History" history={history} ownerId={id} />
    </Section>
  );
}
