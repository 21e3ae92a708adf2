import type { Sensitive } from '../../../../contract/operations/policy.ts';
import { CONSEQUENCES } from './consequences.ts';
import { DepartmentsField } from '../fields/DepartmentsField.tsx';
import { ListSetting } from '../fields/ListSetting.tsx';
import { PeopleField } from '../fields/PeopleField.tsx';
import { Setting, SettingGrid } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { SensitiveList } from '../PersonName.tsx';
import { rich, t } from '../words.ts';

/** Who is privileged without being staff: people by name, and departments. */
export function SensitiveSetting({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const change = (part: Partial<Sensitive>) => set({ sensitive: { ...draft.sensitive, ...part } });
  return (
    <Setting policy={policy} problems={problems} of="sensitive">
      <ListSetting
        label={t('sensitiveLabel')}
        value={rich('listed', { list: <SensitiveList sensitive={draft.sensitive} /> })}
        consequence={CONSEQUENCES.sensitive(draft)}
      >
        <SettingGrid>
          <PeopleField
            label={t('sensitivePeople')}
            helper={t('sensitiveHelp')}
            chosen={draft.sensitive.people}
            onChange={(people) => change({ people })}
          />
          <DepartmentsField
            label={t('sensitiveDepartmentsLabel')}
            chosen={draft.sensitive.departments}
            onChange={(departments) => change({ departments })}
          />
        </SettingGrid>
      </ListSetting>
    </Setting>
  );
}
