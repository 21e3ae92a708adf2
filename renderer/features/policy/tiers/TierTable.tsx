import { mdiAlertCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { TIERS } from '../../../../contract/requestStates.ts';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { INSET } from '../../../ui/inset.ts';
import { TONE_COLOUR } from '../../../ui/StatusChip.tsx';
import { t } from '../words.ts';

export interface TierRow {
  key: string;
  label: string;
  cell: (tier: Tier) => ReactNode;
  /** Whether what stands there waits to be saved. */
  isChanged?: (tier: Tier) => boolean;
}

interface Props {
  /** Rows that belong together; the checks come first. */
  groups: readonly (readonly TierRow[])[];
  /** The tier that is shown where there is room for one. */
  shown: Tier;
  onShow: (tier: Tier) => void;
  /** Tiers in which something can't be saved as it is. */
  wrong?: readonly Tier[];
}

const LEADS: Record<Tier, string> = {
  standard: t('standardLead'),
  elevated: t('elevatedLead'),
  privileged: t('privilegedLead'),
};

/** What each tier asks for: a row a rule, a column a tier; where there is little room one tier at a time. */
export function TierTable({ groups, shown, onShow, wrong }: Props) {
  const isNarrow = useMediaQuery('(max-width: 1023.95px)');
  const tiers = isNarrow ? [shown] : TIERS;
  const table = (
    <Box component="table" aria-label={t('requestsByTier')} sx={tableLook(isNarrow)}>
      <thead>
        <tr>
          <Box component="td" sx={{ verticalAlign: 'bottom !important' }}>
            {t('checksThatCount')}
          </Box>
          {tiers.map((tier) => (
            <th key={tier} scope="col" aria-label={TIER_LOOK[tier].label}>
              {!isNarrow && <TierName tier={tier} />}
              <Box sx={{ fontSize: '0.75rem', fontWeight: 400, lineHeight: 1.4, color: 'text.secondary' }}>
                {LEADS[tier]}
              </Box>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((rows, index) => (
        <tbody key={index}>
          {rows.map(({ key, label: head, cell, isChanged }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {tiers.map((tier) => (
                <td key={tier} data-changed={isChanged?.(tier) || undefined}>
                  {cell(tier)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </Box>
  );
  if (!isNarrow) return table;
  return (
    <>
      <Tabs
        value={shown}
        onChange={(_, next: Tier) => onShow(next)}
        variant="scrollable"
        aria-label={t('tiers')}
        sx={{ px: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {TIERS.map((tier) => (
          <Tab
            key={tier}
            value={tier}
            id={`tier-${tier}`}
            aria-controls="tier"
            label={<TierName tier={tier} isWrong={wrong?.includes(tier)} />}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="tier" aria-labelledby={`tier-${shown}`}>
        {table}
      </Box>
    </>
  );
}

function TierName({ tier, isWrong = false }: { tier: Tier; isWrong?: boolean | undefined }) {
  const { icon, label, tone } = TIER_LOOK[tier];
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <Icon path={icon} size={18} sx={{ color: TONE_COLOUR[tone] }} />
      {label}
      {isWrong && (
        <Icon
          path={mdiAlertCircleOutline}
          size={16}
          titleAccess={t('cannotBeSaved')}
          sx={{ color: 'error.main' }}
        />
      )}
    </Box>
  );
}

const tableLook = (isNarrow: boolean) => ({
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  '& th, & td': {
    px: 2.5,
    py: 0.25,
    textAlign: 'start',
    fontWeight: 400,
    verticalAlign: 'top',
    overflowWrap: 'break-word',
  },
  '& tr > :first-child': { width: isNarrow ? '44%' : '28%', pl: INSET },
  '& tr > :last-child': { pr: INSET },
  '& thead > tr > *': { pb: 2, pt: isNarrow ? 3 : 1, fontWeight: 600 },
  '& thead + tbody > tr:first-of-type > *': { borderTop: 1, borderColor: 'divider' },
  // A row's name stands at the height of the first line of its cells.
  '& th[scope=row]': { lineHeight: 1.54, py: '4px' },
  '& tbody > tr:first-of-type > td': { pt: 1.5 },
  '& tbody > tr:first-of-type > th': { pt: '9px' },
  '& tbody > tr:last-of-type > *': { pb: 2 },
  '& .MuiInputBase-input': { py: '4px', height: '1.43em' },
  '& tbody > tr > td': { borderInlineStart: 1, borderColor: 'divider' },
  '& tbody:not(:first-of-type) > tr:first-of-type > *': { borderTop: 1, borderColor: 'divider' },
  '& td[data-changed]': { boxShadow: 'inset 3px 0 var(--gh-palette-primary-main)' },
});
