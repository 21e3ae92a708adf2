import { mdiFilterOffOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useRead } from '../../data/useRead.ts';
import { PersonPicker } from '../../shared/PersonPicker.tsx';
import { DateFilter } from '../../ui/DateFilter.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ACTION_OPTIONS } from './actionOptions.ts';
import type { useAuditFilters } from './useAuditFilters.ts';

interface Props {
  list: ReturnType<typeof useAuditFilters>;
  children: ReactNode;
}

/** What, who, from and to. */
export function AuditFilterBar({ list, children }: Props) {
  const { filters, change } = list;
  const id = filters.userId ?? '';
  const { data: user } = useRead('users.get', { id }, { enabled: id !== '' });
  const person = user && id ? { id: user.id, name: user.name, username: user.username } : null;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        mb: 3,
        '& > *': { flex: { xs: '1 1 140px', md: 'none' } },
      }}
    >
      <SelectField
        compact
        label="What happened"
        value={filters.action ?? ''}
        options={ACTION_OPTIONS}
        onChange={({ target }) => change({ action: target.value })}
      />
      {/* Known only once it was read: then the field begins anew, with the name. */}
      <PersonPicker
        key={person?.id ?? 'nobody'}
        compact
        label="Anyone"
        value={person}
        onChange={(chosen) => change({ userId: chosen?.id ?? null })}
      />
      <DateFilter
        label="From"
        edge="start"
        value={filters.from ?? ''}
        onChange={(from) => change({ from })}
      />
      <DateFilter label="To" edge="end" value={filters.to ?? ''} onChange={(to) => change({ to })} />
      {list.isFiltered && (
        <Button size="small" startIcon={<Icon path={mdiFilterOffOutline} size={16} />} onClick={list.clear}>
          Clear filters
        </Button>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2, ml: 'auto' }}>
        {children}
      </Box>
    </Box>
  );
}
