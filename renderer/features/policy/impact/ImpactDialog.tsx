import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { AffectedPeople } from './AffectedPeople.tsx';
import { EFFECTS, type Effect, type ImpactCounts } from './impactWords.ts';
import { t } from '../words.ts';

interface Props {
  change: Partial<PolicyDocument>;
  counts: ImpactCounts;
  onClose: () => void;
}

const ORDER: readonly Effect[] = ['setupAtNextSignIn', 'entersGrace', 'freed'];

/** Exactly who a change would hit, before it is saved. */
export function ImpactDialog({ change, counts, onClose }: Props) {
  const [group, setGroup] = useState<Effect>(
    ORDER.find((effect) => counts[effect] > 0) ?? 'setupAtNextSignIn',
  );
  return (
    <TaskDialog open title={t('whoReached')} onClose={onClose}>
      <Tabs
        value={group}
        onChange={(_, next: Effect) => setGroup(next)}
        variant="scrollable"
        aria-label={t('groups')}
        sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}
      >
        {ORDER.map((effect) => (
          <Tab
            key={effect}
            value={effect}
            id={`effect-${effect}`}
            aria-controls="affected"
            label={t('groupCount', { group: EFFECTS[effect].tab, count: counts[effect] })}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="affected" aria-labelledby={`effect-${group}`}>
        <Typography variant="h3">{EFFECTS[group].title}</Typography>
        {counts.staffAffected > 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {t('staffReached', { count: counts.staffAffected })}
          </Typography>
        )}
        <AffectedPeople key={group} change={change} group={group} count={counts[group]} />
      </Box>
    </TaskDialog>
  );
}
