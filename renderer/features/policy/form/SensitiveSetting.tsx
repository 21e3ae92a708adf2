import Box from '@mui/material/Box';
import type { Sensitive } from '../../../../contract/operations/policy.ts';
import { CONSEQUENCES } from './consequences.ts';
import { DepartmentsField } from '../fields/DepartmentsField.tsx';
import { PeopleField } from '../fields/PeopleField.tsx';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { t } from '../words.ts';

/** Who is privileged without being staff: people by name, and departments. */
export function SensitiveSetting({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const change = (part: Partial<Sensitive>) => set({ sensitive: { ...draft.sensitive, ...part } });
  return (
    <Setting policy={policy} problems={problems} of="sensitive" consequence={CONSEQUENCES.sensitive(draft)}>
      <PeopleField
        label={t('sensitivePeople')}
        helper={t('sensitiveHelp')}
        chosen={draft.sensitive.people}
        onChange={(people) => change({ people })}
      />
      <Box sx={{ mt: 4 }}>
        <DepartmentsField
          label={t('sensitiveDepartmentsLabel')}
          chosen={draft.sensitive.departments}
          onChange={(departments) => change({ departments })}
        />
      </Box>
    </Setting>
  );
}
