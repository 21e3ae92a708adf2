import { mdiClipboardTextClockOutline, mdiRefresh, mdiShieldCheckOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useCallback, useState } from 'react';
import type { HistoryEvent } from '../../../contract/schemas.ts';
import { usePages } from '../../data/useRead.ts';
import { eventLook } from '../../shared/eventLook.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ListDetail } from '../../ui/ListDetail.tsx';
import { Page } from '../../ui/Page.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { TONE_COLOUR } from '../../ui/StatusChip.tsx';
import { utcTime } from '../../ui/time.ts';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { EventPanel } from './EventPanel.tsx';
import { eventSentence } from './eventSentence.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { shownWords, totalWords } from './totalWords.ts';
import { useAuditFilters } from './useAuditFilters.ts';
import { VerifyDialog } from './VerifyDialog.tsx';
import { t } from './words.ts';

const AT: Column<HistoryEvent> = {
  key: 'at',
  header: t('when'),
  width: 140,
  cell: ({ at }) => <RelativeTime inRow at={at} />,
};
const WHAT: Column<HistoryEvent> = {
  key: 'what',
  header: t('whatHappened'),
  cell: (event) => {
    const { icon, tone = 'neutral' } = eventLook(event.action);
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1 }}>
        <Icon path={icon} size={18} sx={{ color: TONE_COLOUR[tone] }} />
        {eventSentence(event)}
      </Box>
    );
  },
};
const UTC: Column<HistoryEvent> = {
  key: 'utc',
  header: t('utc'),
  width: 190,
  from: 'lg',
  cell: ({ at }) => (
    <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {utcTime(at)}
    </Box>
  ),
};

/** Everything that ever happened here, newest first; nothing of it can be changed unnoticed. */
export function AuditPage() {
  const list = useAuditFilters();
  // A log that moves while it is read can't be read: new events come with Refresh.
  const events = usePages('audit.list', { ...list.filters, limit: 50 }, { live: false });
  const [open, setOpen] = useState<HistoryEvent | null>(null);
  const [isVerifying, setVerifying] = useState(false);
  const close = useCallback(() => setOpen(null), []);
  return (
    <ListDetail detail={open && <EventPanel key={open.id} event={open} onClose={close} />} onClose={close}>
      <Page
        title={t('auditLog')}
        action={
          <Box sx={{ display: 'flex', gap: 3 }}>
            <ExportMenu />
            <Button
              variant="contained"
              startIcon={<Icon path={mdiShieldCheckOutline} size={18} />}
              onClick={() => setVerifying(true)}
            >
              {t('verifyChain')}
            </Button>
          </Box>
        }
      >
        <AuditFilterBar list={list}>
          <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {events.total && totalWords(events.total)}
          </Box>
          <Tooltip title={t('refresh')}>
            <IconButton aria-label={t('refresh')} onClick={() => void events.refetch()}>
              <Icon path={mdiRefresh} />
            </IconButton>
          </Tooltip>
        </AuditFilterBar>
        <Section flush>
          <Loaded query={{ ...events, data: events.items }}>
            {(items) => (
              <Box aria-busy={events.isPlaceholderData} sx={{ opacity: events.isPlaceholderData ? 0.6 : 1 }}>
                <DataTable
                  label={t('auditLog')}
                  columns={open ? [AT, WHAT] : [AT, WHAT, UTC]}
                  rows={items}
                  rowKey={({ id }) => id}
                  rowName={eventSentence}
                  onOpen={setOpen}
                  openKey={open?.id}
                  more={events.more}
                  footer={events.more && events.total && shownWords(items.length, events.total)}
                  empty={<NoEvents isFiltered={list.isFiltered} onClear={list.clear} />}
                />
              </Box>
            )}
          </Loaded>
        </Section>
      </Page>
      <VerifyDialog open={isVerifying} onClose={() => setVerifying(false)} />
    </ListDetail>
  );
}

function NoEvents({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return (
    <EmptyState
      icon={mdiClipboardTextClockOutline}
      title={isFiltered ? t('noEventFits') : t('nothingYet')}
      action={
        isFiltered && (
          <Button variant="outlined" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        )
      }
    >
      {isFiltered && t('noEventFitsWhy')}
    </EmptyState>
  );
}
