import { mdiDownloadOutline, mdiLifebuoy, mdiPrinterOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { paths } from '../../../../contract/paths.ts';
import { useRead, usePages } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { BackLink } from '../../../ui/BackLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { INSET } from '../../../ui/inset.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { NARROW_RESET_COLUMNS, RESET_COLUMNS } from './resetColumns.tsx';
import { ResetFilterBar } from './ResetFilterBar.tsx';
import { useResetFilters } from './useResetFilters.ts';
import type { ResetFilters } from './useResetFilters.ts';
import { rich, t } from '../words.ts';

/** What an auditor asks: whose MFA was reset, who asked, on what evidence, and who verified and approved it. */
export function ResetsPage() {
  const list = useResetFilters();
  const resets = usePages('audit.resets', { ...list.filters, limit: 50 }, { live: false });
  const hasRoom = useMediaQuery('(min-width: 900px)');
  return (
    <Page
      title={t('resets')}
      lead={t('resetsLead')}
      back={<BackLink href={paths.audit()}>{t('auditLog')}</BackLink>}
      action={<Actions filters={list.filters} />}
    >
      <ResetFilterBar list={list}>
        <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {resets.total && t('resetCount', { count: resets.total.count })}
        </Box>
      </ResetFilterBar>
      <Section flush>
        <Loaded query={{ ...resets, data: resets.items }}>
          {(items) => (
            <DataTable
              label={t('resets')}
              columns={hasRoom ? RESET_COLUMNS : NARROW_RESET_COLUMNS}
              keepsWidths={hasRoom}
              rows={items}
              rowKey={({ requestId }) => requestId}
              rowName={({ user }) => user.name}
              more={resets.more}
              empty={
                <EmptyState
                  icon={mdiLifebuoy}
                  title={list.isFiltered ? t('noResetFits') : t('noResetsYet')}
                  action={
                    list.isFiltered && (
                      <Button variant="outlined" onClick={list.clear}>
                        {t('clearFilters')}
                      </Button>
                    )
                  }
                />
              }
            />
          )}
        </Loaded>
      </Section>
      <AtServer filters={list.filters} />
      <LogEnd filters={list.filters} />
    </Page>
  );
}

function Actions({ filters }: { filters: ResetFilters }) {
  const toast = useToast();
  const download = useWrite('audit.exportResets', {
    onDone: (text) =>
      saveFile(
        `gatehouse-resets-${new Date().toISOString().slice(0, 10)}.csv`,
        text,
        'text/csv;charset=utf-8',
      ),
  });
  const save = () =>
    download.mutate(filters, {
      onError: ({ refusal }) => refusal && toast({ tone: 'danger', text: refusal }),
    });
  return (
    <Box sx={{ display: 'flex', gap: 3, displayPrint: 'none' }}>
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiPrinterOutline} size={18} />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
      <Button
        variant="outlined"
        disabled={download.isPending}
        startIcon={<Icon path={mdiDownloadOutline} size={18} />}
        onClick={save}
      >
        {t('saveCsv')}
      </Button>
    </Box>
  );
}

/** Resets that no request and no evidence stands behind: whoever may run programs on the server made them. */
function AtServer({ filters }: { filters: ResetFilters }) {
  const { data } = useRead('audit.resets', { ...filters, limit: 1 });
  if (!data?.atServer) return null;
  return (
    <Section title={t('atServer')} lead={t('atServerLead')} flush>
      <Box component="ul" aria-label={t('atServer')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.atServer.map(({ resetAt, user, department }) => (
          <Box
            component="li"
            key={`${resetAt} ${user.id}`}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 3,
              px: INSET,
              py: 2,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ width: 132 }}>
              <RelativeTime inRow at={resetAt} />
            </Box>
            <Link href={paths.user(user.id)} sx={{ fontWeight: 500 }}>
              {user.name}
            </Link>
            <Box sx={{ color: 'text.secondary' }}>{department ?? user.username}</Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const inCode = (inner: ReactNode) => <code>{inner}</code>;

/** What ties a sheet of paper to the log: how many events there were, the last one's hash, and how to compare. */
function LogEnd({ filters }: { filters: ResetFilters }) {
  const { data } = useRead('audit.resets', { ...filters, limit: 1 });
  if (!data) return null;
  return (
    <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
      {rich('logEndsAt', { events: data.log.events, hash: data.log.hash, code: inCode })}
    </Typography>
  );
}
