import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { paths } from '../../../contract/paths.ts';
import type { AuditEvent, Person } from '../../../contract/schemas.ts';
import { useRead } from '../../data/useRead.ts';
import { UnreadDetail } from '../../shared/UnreadDetail.tsx';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Detail } from '../../ui/ListDetail.tsx';
import { Section } from '../../ui/Section.tsx';
import { exactTime, utcTime } from '../../ui/time.ts';
import { eventFacts } from './eventFacts.ts';
import { eventSentence } from './eventSentence.ts';
import { OriginSection } from './OriginSection.tsx';
import { actorWords, targetWords } from './whoDidIt.ts';
import { t } from './words.ts';

interface Props {
  id: string;
  /** As the list has it. */
  listed: AuditEvent | undefined;
  onClose: () => void;
}

/** One event, also one that the list doesn't show: whoever opens its address has another page of it. */
export function EventPanel({ id, listed, onClose }: Props) {
  const { data, error, refetch } = useRead('audit.get', { id }, { enabled: !listed });
  const event = listed ?? data;
  if (event) return <EventDetail event={event} onClose={onClose} />;
  return (
    <UnreadDetail
      title={t('event')}
      error={error}
      notThere={t('noSuchEvent')}
      onRetry={() => void refetch()}
      onClose={onClose}
    />
  );
}

/** All its facts. */
function EventDetail({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const facts = eventFacts(event.data, event.origin?.factors);
  const request = event.data['requestId'];
  return (
    <Detail title={eventSentence(event)} onClose={onClose}>
      <Section title={t('event')}>
        <DescriptionList
          facts={[
            {
              term: t('time'),
              value: (
                <>
                  {exactTime(event.at)}
                  <Box sx={{ color: 'text.secondary' }}>{utcTime(event.at)}</Box>
                </>
              ),
            },
            { term: t('actor'), value: <PersonFact person={event.actor} none={actorWords(event)} /> },
            { term: t('target'), value: <PersonFact person={event.target} none={targetWords(event)} /> },
            { term: t('action'), value: <code>{event.action}</code> },
            { term: t('event'), value: <code>{event.id}</code> },
          ]}
        />
      </Section>
      <OriginSection event={event} />
      {facts.length > 0 && (
        <Section
          title={t('facts')}
          action={
            typeof request === 'string' && (
              <Link href={paths.resetRequest(request)}>{t('openTheRequest')}</Link>
            )
          }
        >
          <DescriptionList facts={facts} />
        </Section>
      )}
    </Detail>
  );
}

function PersonFact({ person, none }: { person: Person | null; none: string }) {
  if (!person) return <>{none}</>;
  return (
    <>
      <Link href={paths.user(person.id)}>{person.name}</Link>
      {person.username && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          {person.username}
        </Box>
      )}
    </>
  );
}
