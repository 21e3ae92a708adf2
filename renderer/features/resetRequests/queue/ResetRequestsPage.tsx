import { mdiArrowDown, mdiLifebuoy } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { usePages } from '../../../data/useRead.ts';
import { ViewsMenu } from '../../../shared/views/ViewsMenu.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Page } from '../../../ui/Page.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { useBegunAct } from '../../../ui/useBegunAct.ts';
import { OutsideLink } from '../outside/OutsideLink.tsx';
import { FreezeControl } from './FreezeControl.tsx';
import { OpenForCallerDialog } from './OpenForCallerDialog.tsx';
import { endedColumns, endedStacked, waitingColumns, waitingStacked } from './requestColumns.tsx';
import { RequestFilterBar } from './RequestFilterBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useHeldRows } from './useHeldRows.ts';
import { useSelection } from './useSelection.ts';
import { useRequestFilters } from './useRequestFilters.ts';
import { rich, t } from '../words.ts';

/** The queue: what waits for whom and for how long. Live, but no row moves under the pointer. */
export function ResetRequestsPage() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const canVerify = useCan('resets.verify');
  const list = useRequestFilters();
  const requests = usePages('resetRequests.list', { ...list.filters, limit: 50 });
  // What a visit long ago left in the cache is replaced whole once; after that the rows stand still.
  const [wasStale] = useState(requests.isStale);
  const held = useHeldRows<ResetRequestRow>({
    rows: requests.isPlaceholderData ? undefined : requests.items,
    key: JSON.stringify([list.filters, wasStale && requests.isFetchedAfterMount]),
    pages: requests.data?.pages.length ?? 0,
    isWhole: !requests.hasNextPage,
  });
  // On a phone a row needs all of its width to say whose it is.
  const isWide = useMediaQuery('(min-width: 700px)');
  const isSelectable = useCan('resets.decide') && list.isWaiting && isWide;
  const selection = useSelection(search, held.rows);
  const [isOpening, setOpening] = useState(false);
  useBegunAct(canVerify ? { open: () => setOpening(true) } : {});
  const hasRoom = useMediaQuery('(min-width: 1200px)');
  const [waiting, ended] = hasRoom ? [waitingColumns, endedColumns] : [waitingStacked, endedStacked];
  const { total, more } = requests;
  return (
    <Page
      title={t('queueTitle')}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <OutsideLink />
          <FreezeControl />
          {canVerify && (
            <Button variant="contained" onClick={() => setOpening(true)}>
              {t('openForCaller')}
            </Button>
          )}
        </Box>
      }
    >
      <RequestFilterBar
        list={list}
        hasExecuting={(requests.items ?? []).some(({ state }) => state === 'executing')}
      >
        <Box
          role="status"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            color: 'text.secondary',
            fontSize: '0.8125rem',
          }}
        >
          {held.waiting > 0 && (
            <Button
              size="small"
              variant="outlined"
              startIcon={<Icon path={mdiArrowDown} size={16} />}
              onClick={held.show}
            >
              {t('newRows', { count: held.waiting })}
            </Button>
          )}
          {total && t(total.exact ? 'requests' : 'moreThanRequests', { count: total.count })}
        </Box>
        <ViewsMenu list="reset_requests" />
      </RequestFilterBar>
      <Section flush>
        <Loaded query={{ ...requests, data: held.rows }}>
          {(rows) => (
            <Box
              aria-busy={requests.isPlaceholderData}
              sx={{
                opacity: requests.isPlaceholderData ? 0.6 : 1,
                transition: 'opacity 120ms ease-out',
                transitionDelay: requests.isPlaceholderData ? '150ms' : '0ms',
              }}
            >
              <DataTable
                label={t('queueTitle')}
                columns={list.isWaiting ? waiting : ended}
                rows={rows}
                rowKey={({ row }) => row.id}
                rowName={({ row }) => row.user.name}
                selected={isSelectable ? selection.ids : undefined}
                onSelect={isSelectable ? selection.select : undefined}
                href={({ row }) => paths.resetRequest(row.id)}
                onOpen={({ row }) => void navigate(paths.resetRequest(row.id), { state: { queue: search } })}
                more={more}
                footer={more && total && t('shownOf', { shown: rows.length, count: total.count })}
                empty={
                  <NothingHere
                    isFiltered={list.isFiltered}
                    onClear={list.clear}
                    lastDecidedAt={requests.data?.pages[0]?.lastDecidedAt ?? null}
                  />
                }
              />
            </Box>
          )}
        </Loaded>
      </Section>
      <SelectionBar chosen={selection.chosen} onDone={() => selection.select(new Set())} />
      {isOpening && <OpenForCallerDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

interface NothingProps {
  isFiltered: boolean;
  onClear: () => void;
  lastDecidedAt: string | null;
}

function NothingHere({ isFiltered, onClear, lastDecidedAt }: NothingProps) {
  return (
    <EmptyState
      icon={mdiLifebuoy}
      title={isFiltered ? t('noneFits') : t('nobodyWaits')}
      action={
        isFiltered && (
          <Button variant="outlined" onClick={onClear}>
            {t('showWaiting')}
          </Button>
        )
      }
    >
      {isFiltered && `${t('noneFitsWhy')} `}
      {lastDecidedAt
        ? rich('lastDecided', { at: <RelativeTime at={lastDecidedAt} /> })
        : !isFiltered && t('noneDecidedYet')}
    </EmptyState>
  );
}
