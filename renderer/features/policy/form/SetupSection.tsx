import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { AppsField } from '../fields/AppsField.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';

/** What people can do for themselves, and what setting up asks of them. */
export function SetupSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const common = { policy, problems };
  return (
    <Section title="Setting up and disabling">
      <Setting {...common} of="automaticReset">
        <SwitchField
          label="Automatic user reset"
          helper={CONSEQUENCES.automaticReset(draft)}
          checked={draft.automaticReset}
          onChange={(automaticReset) => set({ automaticReset })}
        />
      </Setting>
      <Setting {...common} of="activationForFirstEnrolment">
        <SwitchField
          label="Activation code for a first setup"
          helper={CONSEQUENCES.activation(draft)}
          checked={draft.activationForFirstEnrolment}
          onChange={(activationForFirstEnrolment) => set({ activationForFirstEnrolment })}
        />
      </Setting>
      <Setting
        {...common}
        of="recommendedApps"
        consequence="Shown when people set up, in this order. Any other authenticator app works too."
      >
        <AppsField apps={draft.recommendedApps} onChange={(recommendedApps) => set({ recommendedApps })} />
      </Setting>
    </Section>
  );
}
