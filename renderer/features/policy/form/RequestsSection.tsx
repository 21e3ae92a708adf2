import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { EvidenceMinutesSettings } from './EvidenceMinutesSettings.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { PeopleField } from '../fields/PeopleField.tsx';
import { NOTICES_WORDS } from '../policyWords.ts';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';

/** What holds for reset requests of every tier. */
export function RequestsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const common = { policy, problems };
  return (
    <Section title="All reset requests">
      <Setting {...common} of="resetNotices" consequence={CONSEQUENCES.resetNotices(draft)}>
        <PeopleField
          label="Mail new requests to"
          helper="Staff who may verify requests."
          chosen={draft.resetNotices}
          onChange={(resetNotices) => set({ resetNotices })}
        />
      </Setting>
      <Setting {...common} of="resetNoticesAs" consequence={CONSEQUENCES.resetNoticesAs(draft)}>
        <ChoiceField
          label="Mails of new requests"
          options={(['each', 'digest'] as const).map((value) => ({ value, label: NOTICES_WORDS[value] }))}
          value={draft.resetNoticesAs}
          onChange={(resetNoticesAs) => set({ resetNoticesAs })}
        />
      </Setting>
      <Setting {...common} of="helpDeskDecides">
        <SwitchField
          label="Help desk decides standard requests"
          helper={CONSEQUENCES.helpDeskDecides(draft)}
          checked={draft.helpDeskDecides}
          onChange={(helpDeskDecides) => set({ helpDeskDecides })}
        />
      </Setting>
      <Setting {...common} of="requestExpiryDays" consequence={CONSEQUENCES.requestExpiryDays(draft)}>
        <NumberField
          label="Requests expire after"
          unit="days"
          value={draft.requestExpiryDays}
          onChange={(requestExpiryDays) => set({ requestExpiryDays })}
          isWrong={'requestExpiryDays' in problems}
        />
      </Setting>
      <EvidenceMinutesSettings {...common} />
    </Section>
  );
}
