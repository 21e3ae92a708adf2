import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { AffectedPeople } from './AffectedPeople.tsx';
import { EFFECTS, groupsOf, type Effect } from './impactWords.ts';
import type { Impact } from './useImpact.ts';
import { t } from '../words.ts';

interface Props {
  change: Partial<PolicyDocument>;
  counts: NonNullable<Impact['counts']>;
  onClose: () => void;
}

/** Exactly who a change would hit, before it is saved. */
export function ImpactDialog({ change, counts, onClose }: Props) {
  const groups = groupsOf(change, counts);
  const [group, setGroup] = useState<Effect>(
    groups.find(([, count]) => count > 0)?.[0] ?? 'setupAtNextSignIn',
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
        {groups.map(([effect, count]) => (
          <Tab
            key={effect}
            value={effect}
            id={`effect-${effect}`}
            aria-controls="affected"
            label={t('groupCount', { group: EFFECTS[effect].tab, count })}
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
        <AffectedPeople key={group} change={change} group={group} count={new Map(groups).get(group) ?? 0} />
      </Box>
    </TaskDialog>
  );
}
