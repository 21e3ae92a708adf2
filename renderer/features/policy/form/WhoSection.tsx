import Box from '@mui/material/Box';
import { ROLES } from '../../../../contract/permissions.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { CheckboxList } from '../fields/CheckboxList.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { dateOf, daysAfter, startOf } from '../dates.ts';
import { DepartmentsField } from '../fields/DepartmentsField.tsx';
import { ExemptionsSetting } from '../exemptions/ExemptionsSetting.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { RollOutSettings } from '../rollOut/RollOutSettings.tsx';
import { problemIdIn, Setting, SettingGrid } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { sectionOf } from '../policySections.ts';
import type { Impact } from '../impact/useImpact.ts';
import { useUpcoming } from '../rollOut/useUpcoming.ts';
import { t } from '../words.ts';

/** Who can have MFA, who needs it, and from when. */
export function WhoSection({ policy, problems, impact }: SectionProps & { impact: Impact }) {
  const { draft, set } = policy;
  const { required } = draft;
  const now = useNow();
  const upcoming = useUpcoming(policy, impact);
  const common = { policy, problems };
  return (
    <Section {...sectionOf('who')}>
      <SettingGrid>
        <Setting {...common} of="available">
          <SwitchField
            flush
            label={t('available')}
            helper={CONSEQUENCES.available(draft)}
            checked={draft.available}
            onChange={(available) => set({ available })}
          />
        </Setting>
        <Setting {...common} of="required" consequence={CONSEQUENCES.required(draft)}>
          <ChoiceField
            row
            label={t('requiredOf')}
            options={[
              { value: 'nobody', label: t('nobody') },
              { value: 'everyone', label: t('everyone') },
              { value: 'selected', label: t('selected') },
            ]}
            value={required.scope}
            onChange={(scope) => set({ required: { ...required, scope } })}
          />
          {required.scope === 'selected' && (
            <Box sx={{ pl: { sm: 7 } }}>
              <CheckboxList
                label={t('roles')}
                options={ROLES.map((value) => ({
                  value,
                  label:
                    value === 'user' ? t('roleOfEveryone', { role: ROLE_WORDS[value] }) : ROLE_WORDS[value],
                }))}
                chosen={required.roles}
                onChange={(roles) => set({ required: { ...required, roles } })}
              />
              <DepartmentsField
                chosen={required.departments}
                onChange={(departments) => set({ required: { ...required, departments } })}
              />
            </Box>
          )}
        </Setting>
        {required.scope === 'selected' && <RollOutSettings {...common} upcoming={upcoming} />}
        <Setting {...common} of="graceDays">
          <NumberField
            label={t('grace')}
            helper={CONSEQUENCES.graceDays(draft)}
            unit={t('unitDays', { count: draft.graceDays })}
            value={draft.graceDays}
            onChange={(graceDays) => set({ graceDays })}
            problemId={problemIdIn(problems, 'graceDays')}
          />
        </Setting>
        <Setting {...common} of="startsOn" consequence={CONSEQUENCES.startsOn(draft, now)}>
          <ChoiceField
            row
            label={t('ruleBegins')}
            options={[
              { value: 'now', label: t('atOnce') },
              { value: 'date', label: t('onDate') },
            ]}
            value={draft.startsOn === null ? 'now' : 'date'}
            onChange={(begins) => set({ startsOn: begins === 'now' ? null : daysAfter(now, 1) })}
          />
          {draft.startsOn !== null && (
            <DayField
              label={t('date')}
              fullWidth={false}
              day={dateOf(draft.startsOn)}
              onDay={(day) => set({ startsOn: startOf(day) })}
              sx={{ mt: 2, mb: 0, width: 180 }}
            />
          )}
        </Setting>
        <ExemptionsSetting {...common} />
      </SettingGrid>
    </Section>
  );
}
