import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { REQUEST_LOOK, TIER_LOOK } from '../../../shared/requestLook.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { STATES, TIERS, type useRequestFilters } from './useRequestFilters.ts';

interface Props {
  list: ReturnType<typeof useRequestFilters>;
  /** Right: the count. */
  children: ReactNode;
}

/** Filters above the queue. */
export function RequestFilterBar({ list, children }: Props) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
      <SelectField
        compact
        label="State"
        value={list.state}
        onChange={({ target }) => list.change('state', target.value)}
        options={[
          { value: 'pending', label: 'Waiting' },
          { value: 'all', label: 'All requests' },
          ...STATES.map((value) => ({ value, label: REQUEST_LOOK[value].label })),
        ]}
      />
      <SelectField
        compact
        label="Tier"
        value={list.tier}
        onChange={({ target }) => list.change('tier', target.value)}
        options={[
          { value: '', label: 'Any tier' },
          ...TIERS.map((value) => ({ value, label: TIER_LOOK[value].label })),
        ]}
      />
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  );
}
