import Box from '@mui/material/Box';
import type { AuditEvent } from '../../../contract/schemas.ts';
import { eventLook } from '../../shared/eventLook.ts';
import { OneLine } from '../../ui/OneLine.tsx';
import type { Column } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Moment } from '../../ui/cells.tsx';
import { TONE_COLOUR } from '../../ui/StatusChip.tsx';
import { actionWords } from './actionWords.ts';
import { eventSentence } from './eventSentence.ts';
import { t } from './words.ts';
import { actorWords, targetWords } from './whoDidIt.ts';

function Action({ event }: { event: AuditEvent }) {
  const { icon, tone = 'neutral' } = eventLook(event.action);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Icon path={icon} size={18} sx={{ color: TONE_COLOUR[tone], flexShrink: 0 }} />
      <OneLine whole={eventSentence(event)}>{actionWords(event)}</OneLine>
    </Box>
  );
}

/** Where there is room: who did what to whom, and from where. */
export const WIDE_COLUMNS: readonly Column<AuditEvent>[] = [
  { key: 'at', header: t('time'), width: 140, cell: ({ at }) => <Moment at={at} /> },
  {
    key: 'actor',
    header: t('actor'),
    width: '20%',
    cell: (event) => <OneLine muted={!event.actor}>{actorWords(event)}</OneLine>,
  },
  { key: 'action', header: t('action'), isLink: true, cell: (event) => <Action event={event} /> },
  {
    key: 'target',
    header: t('target'),
    width: '20%',
    cell: (event) => <OneLine muted={!event.target}>{targetWords(event)}</OneLine>,
  },
  {
    key: 'address',
    header: t('address'),
    width: '16%',
    cell: ({ origin }) => origin?.address && <OneLine>{origin.address}</OneLine>,
  },
];

/** Beside an open event, which says the rest: rows as high as before, so that none moves. */
export const BESIDE_COLUMNS: readonly Column<AuditEvent>[] = WIDE_COLUMNS.filter(
  ({ key }) => key === 'at' || key === 'actor' || key === 'action',
).map((column) => (column.key === 'actor' ? { ...column, width: '30%' } : column));

/** On a phone: what and when, and below it who and from where. */
export const NARROW_COLUMNS: readonly Column<AuditEvent>[] = [
  {
    key: 'event',
    header: t('event'),
    cell: (event) => (
      <Box sx={{ py: 2 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, '& > *': { minWidth: 0 } }}>
          <Action event={event} />
          <Box sx={{ color: 'text.secondary', flexShrink: 0 }}>
            <Moment at={event.at} />
          </Box>
        </Box>
        <OneLine muted>{peopleAndAddress(event)}</OneLine>
      </Box>
    ),
  },
];

function peopleAndAddress(event: AuditEvent): string {
  const isOwn = event.actor !== null && event.actor.id === event.target?.id;
  const [actor, target] = [actorWords(event), targetWords(event)];
  const people = isOwn ? actor : t('actorAndTarget', { actor, target });
  const address = event.origin?.address;
  return address ? `${people} · ${address}` : people;
}
