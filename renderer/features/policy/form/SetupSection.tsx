import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { AppsField } from '../fields/AppsField.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { t } from '../words.ts';

/** What people can do for themselves, and what setting up asks of them. */
export function SetupSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const common = { policy, problems };
  return (
    <Section title={t('settingUp')}>
      <Setting {...common} of="automaticReset">
        <SwitchField
          label={t('automaticReset')}
          helper={CONSEQUENCES.automaticReset(draft)}
          checked={draft.automaticReset}
          onChange={(automaticReset) => set({ automaticReset })}
        />
      </Setting>
      <Setting {...common} of="activationForFirstEnrolment">
        <SwitchField
          label={t('activationForFirst')}
          helper={CONSEQUENCES.activation(draft)}
          checked={draft.activationForFirstEnrolment}
          onChange={(activationForFirstEnrolment) => set({ activationForFirstEnrolment })}
        />
      </Setting>
      <Setting {...common} of="recommendedApps" consequence={t('appsShown')}>
        <AppsField apps={draft.recommendedApps} onChange={(recommendedApps) => set({ recommendedApps })} />
      </Setting>
    </Section>
  );
}
