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
import { t } from '../words.ts';

/** What holds for reset requests of every tier. */
export function RequestsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const common = { policy, problems };
  return (
    <Section title={t('allRequests')}>
      <Setting {...common} of="resetNotices" consequence={CONSEQUENCES.resetNotices(draft)}>
        <PeopleField
          label={t('mailTo')}
          helper={t('mailToHelp')}
          chosen={draft.resetNotices}
          onChange={(resetNotices) => set({ resetNotices })}
        />
      </Setting>
      <Setting {...common} of="resetNoticesAs" consequence={CONSEQUENCES.resetNoticesAs(draft)}>
        <ChoiceField
          label={t('mailsOfRequests')}
          options={(['each', 'digest'] as const).map((value) => ({ value, label: NOTICES_WORDS[value] }))}
          value={draft.resetNoticesAs}
          onChange={(resetNoticesAs) => set({ resetNoticesAs })}
        />
      </Setting>
      <Setting {...common} of="helpDeskDecides">
        <SwitchField
          label={t('helpDeskDecides')}
          helper={CONSEQUENCES.helpDeskDecides(draft)}
          checked={draft.helpDeskDecides}
          onChange={(helpDeskDecides) => set({ helpDeskDecides })}
        />
      </Setting>
      <Setting {...common} of="requestExpiryDays" consequence={CONSEQUENCES.requestExpiryDays(draft)}>
        <NumberField
          label={t('expireAfter')}
          unit={t('unitDays', { count: draft.requestExpiryDays })}
          value={draft.requestExpiryDays}
          onChange={(requestExpiryDays) => set({ requestExpiryDays })}
          isWrong={'requestExpiryDays' in problems}
        />
      </Setting>
      <EvidenceMinutesSettings {...common} />
    </Section>
  );
}
