import { mdiClipboardTextClockOutline, mdiRefresh, mdiShieldCheckOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { paths } from '../../../contract/paths.ts';
import { usePages } from '../../data/useRead.ts';
import { ViewsMenu } from '../../shared/views/ViewsMenu.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { BesideDetail, ListDetail } from '../../ui/ListDetail.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useOpenRow } from '../../ui/useOpenRow.ts';
import { BESIDE_COLUMNS, NARROW_COLUMNS, WIDE_COLUMNS } from './auditColumns.tsx';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { EventPanel } from './EventPanel.tsx';
import { eventSentence } from './eventSentence.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { shownWords, totalWords } from './totalWords.ts';
import { useAuditFilters } from './useAuditFilters.ts';
import { VerifyDialog } from './VerifyDialog.tsx';
import { t } from './words.ts';

/** Everything that ever happened here, newest first; nothing of it can be changed unnoticed. */
export function AuditPage() {
  const list = useAuditFilters();
  // A log that moves while it is read can't be read: new events come with Refresh.
  const events = usePages('audit.list', { ...list.filters, limit: 50 }, { live: false });
  const [isVerifying, setVerifying] = useState(false);
  const hasRoom = useMediaQuery('(min-width: 900px)');
  const { id, addressOf, open, close } = useOpenRow(paths.auditEvent, paths.audit());
  const columns = id ? BESIDE_COLUMNS : WIDE_COLUMNS;
  return (
    <ListDetail
      detail={
        id && (
          <EventPanel
            key={id}
            id={id}
            listed={events.items?.find((event) => event.id === id)}
            onClose={close}
          />
        )
      }
      onClose={close}
    >
      <Page
        title={t('auditLog')}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
            <Button variant="outlined" href={paths.resetReport()}>
              {t('resetReport')}
            </Button>
            <ExportMenu list={list} />
            <Button
              variant="outlined"
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
          <ViewsMenu list="audit" />
          <Tooltip title={t('refresh')}>
            <IconButton aria-label={t('refresh')} onClick={() => void events.refetch()}>
              <Icon path={mdiRefresh} />
            </IconButton>
          </Tooltip>
        </AuditFilterBar>
        <BesideDetail>
          <Section flush>
            <Loaded query={{ ...events, data: events.items }}>
              {(items) => (
                <Box
                  aria-busy={events.isPlaceholderData}
                  sx={{ opacity: events.isPlaceholderData ? 0.6 : 1 }}
                >
                  <DataTable
                    label={t('auditLog')}
                    columns={hasRoom ? columns : NARROW_COLUMNS}
                    rows={items}
                    rowKey={(event) => event.id}
                    rowName={eventSentence}
                    href={(event) => addressOf(event.id)}
                    onOpen={(event) => open(event.id)}
                    openKey={id}
                    more={events.more}
                    footer={events.more && events.total && shownWords(items.length, events.total)}
                    empty={<NoEvents isFiltered={list.isFiltered} onClear={list.clear} />}
                  />
                </Box>
              )}
            </Loaded>
          </Section>
        </BesideDetail>
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
