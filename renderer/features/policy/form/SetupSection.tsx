import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { allOf } from '../../../language/intl.ts';
import { AppsField } from '../fields/AppsField.tsx';
import { ListSetting } from '../fields/ListSetting.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { Setting, SettingGrid } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { sectionOf } from '../policySections.ts';
import { t } from '../words.ts';

/** What people can do for themselves, and what setting up asks of them. */
export function SetupSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const common = { policy, problems };
  return (
    <Section {...sectionOf('setup')}>
      <SettingGrid>
        <Setting {...common} of="automaticReset">
          <SwitchField
            flush
            label={t('automaticReset')}
            helper={CONSEQUENCES.automaticReset(draft)}
            checked={draft.automaticReset}
            onChange={(automaticReset) => set({ automaticReset })}
          />
        </Setting>
        <Setting {...common} of="activationForFirstEnrolment">
          <SwitchField
            flush
            label={t('activationForFirst')}
            helper={CONSEQUENCES.activation(draft)}
            checked={draft.activationForFirstEnrolment}
            onChange={(activationForFirstEnrolment) => set({ activationForFirstEnrolment })}
          />
        </Setting>
        <Setting {...common} of="recommendedApps" wide>
          <ListSetting
            label={t('apps')}
            value={t('listed', { list: allOf(draft.recommendedApps.map(({ name }) => name)) })}
            consequence={t('appsShown')}
            isForced={'recommendedApps' in problems}
          >
            <AppsField
              apps={draft.recommendedApps}
              onChange={(recommendedApps) => set({ recommendedApps })}
            />
          </ListSetting>
        </Setting>
      </SettingGrid>
    </Section>
  );
}
