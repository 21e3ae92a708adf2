import { mdiAccountGroupOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { usePages } from '../../data/useRead.ts';
import { Invitations } from '../../shared/invitations/Invitations.tsx';
import { ViewsMenu } from '../../shared/views/ViewsMenu.tsx';
import { ColumnMenu } from '../../ui/ColumnMenu.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { BesideDetail, ListDetail } from '../../ui/ListDetail.tsx';
import { Page } from '../../ui/Page.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useBegunAct } from '../../ui/useBegunAct.ts';
import { useOpenRow } from '../../ui/useOpenRow.ts';
import { AddUserDialog } from './form/AddUserDialog.tsx';
import { UserFilterBar } from './list/UserFilterBar.tsx';
import { ListActions } from './list/ListActions.tsx';
import { SelectionBar } from './list/SelectionBar.tsx';
import { shownWords, totalWords } from './list/totalWords.ts';
import { useUserColumns } from './list/userColumns.tsx';
import { UserPanel } from './person/UserPanel.tsx';
import { useUserFilters } from './list/useUserFilters.ts';
import { t } from './words.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Everyone, and one of them beside the list. */
export function UsersPage() {
  const { search: query } = useLocation();
  const { id, addressOf, open, close } = useOpenRow(paths.user, paths.users());
  const list = useUserFilters();
  const canManage = useCan('users.manage');
  const { columns, choices, shown, toggle, isElsewhereShown } = useUserColumns(id !== undefined);
  // Rows don't move under the pointer: live events leave the list as it is, own changes read it again.
  const users = usePages(
    'users.list',
    {
      ...list.filters,
      ...(list.order && { sort: list.order }),
      ...(isElsewhereShown && { also: 'mfaElsewhere' as const }),
      limit: 50,
    },
    { live: false },
  );
  const [isAdding, setAdding] = useState(false);
  useBegunAct(canManage ? { add: () => setAdding(true) } : {});
  const [selection, setSelection] = useState({ of: query, ids: NOBODY });
  // Who was selected under other filters is out of sight, so no act may reach them.
  const selected = selection.of === query ? selection.ids : NOBODY;
  const select = (ids: ReadonlySet<string>) => setSelection({ of: query, ids });

  const chosen = users.items?.filter((user) => selected.has(user.id)) ?? [];

  return (
    <ListDetail detail={id && <UserPanel key={id} id={id} onClose={close} />} onClose={close}>
      <Page
        title={t('usersTitle')}
        search={
          <SearchField
            label={t('searchPeople')}
            value={list.filters.search ?? ''}
            onChange={list.setSearch}
          />
        }
        action={<ListActions filters={list.filters} onAdd={() => setAdding(true)} />}
      >
        <Invitations />
        <UserFilterBar list={list}>
          <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {users.total && totalWords(users.total)}
          </Box>
          <ViewsMenu list="users" />
          <ColumnMenu options={choices} shown={shown} onToggle={toggle} />
        </UserFilterBar>
        <BesideDetail>
          <Section flush>
            <Loaded query={{ ...users, data: users.items }}>
              {(items) => (
                <Box
                  aria-busy={users.isPlaceholderData}
                  sx={{
                    opacity: users.isPlaceholderData ? 0.6 : 1,
                    transition: 'opacity 120ms ease-out',
                    // A quick answer doesn't flicker.
                    transitionDelay: users.isPlaceholderData ? '150ms' : '0ms',
                  }}
                >
                  <DataTable
                    label={t('usersTitle')}
                    columns={columns}
                    rows={items}
                    rowKey={(user) => user.id}
                    rowName={(user) => user.name}
                    href={(user) => addressOf(user.id)}
                    onOpen={(user) => open(user.id)}
                    openKey={id}
                    sort={list.sort}
                    onSort={list.setSort}
                    selected={canManage ? selected : undefined}
                    onSelect={canManage ? select : undefined}
                    more={users.more}
                    footer={users.more && users.total && shownWords(items.length, users.total)}
                    empty={<NobodyHere isFiltered={list.isFiltered} onClear={list.clear} />}
                  />
                </Box>
              )}
            </Loaded>
          </Section>
        </BesideDetail>
        {chosen.length > 0 && (
          <SelectionBar
            ids={chosen.map((user) => user.id)}
            all={
              users.more && users.total?.exact ? { filters: list.filters, count: users.total.count } : null
            }
            onDone={() => select(NOBODY)}
          />
        )}
      </Page>
      <AddUserDialog open={isAdding} onClose={() => setAdding(false)} onAdded={open} />
    </ListDetail>
  );
}

function NobodyHere({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) return <EmptyState icon={mdiAccountGroupOutline} title={t('nobodyYet')} />;
  return (
    <EmptyState
      icon={mdiAccountGroupOutline}
      title={t('nobodyMatches')}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    >
      {t('nobodyMatchesHint')}
    </EmptyState>
  );
}
