import Box from '@mui/material/Box';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { CeilingsSettings } from './CeilingsSettings.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { EvidenceMinutesSettings } from './EvidenceMinutesSettings.tsx';
import { ReportSetting } from './ReportSetting.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { PeopleField } from '../fields/PeopleField.tsx';
import { NOTICES_SHORT } from '../policyWords.ts';
import { useConnected } from '../fields/useConnected.ts';
import { problemIdIn, Setting, SettingGrid } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { sectionOf } from '../policySections.ts';
import { t } from '../words.ts';

/** What holds for reset requests of every tier. */
export function RequestsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const common = { policy, problems };
  const isConnected = useConnected();
  return (
    <Section {...sectionOf('requests')}>
      <SettingGrid>
        <Setting {...common} of="resetNotices" consequence={CONSEQUENCES.resetNotices(draft)}>
          <PeopleField
            label={t('mailTo')}
            placeholder={t('mailToHelp')}
            chosen={draft.resetNotices}
            onChange={(resetNotices) => set({ resetNotices })}
          />
        </Setting>
        <Setting {...common} of="resetNoticesAs" consequence={CONSEQUENCES.resetNoticesAs(draft)}>
          <ChoiceField
            row
            label={t('mailsOfRequests')}
            options={(['each', 'digest'] as const).map((value) => ({ value, label: NOTICES_SHORT[value] }))}
            value={draft.resetNoticesAs}
            onChange={(resetNoticesAs) => set({ resetNoticesAs })}
          />
        </Setting>
        <Setting {...common} of="helpDeskDecides">
          <SwitchField
            flush
            label={t('helpDeskDecides')}
            helper={CONSEQUENCES.helpDeskDecides(draft)}
            checked={draft.helpDeskDecides}
            onChange={(helpDeskDecides) => set({ helpDeskDecides })}
          />
        </Setting>
        <Setting {...common} of="requestExpiryDays">
          <NumberField
            label={t('expireAfter')}
            helper={CONSEQUENCES.requestExpiryDays(draft)}
            unit={t('unitDays', { count: draft.requestExpiryDays })}
            value={draft.requestExpiryDays}
            onChange={(requestExpiryDays) => set({ requestExpiryDays })}
            problemId={problemIdIn(problems, 'requestExpiryDays')}
          />
        </Setting>
        {(isConnected || policy.base.holdRequired || draft.holdRequired) && (
          <Setting {...common} of="holdRequired">
            <SwitchField
              flush
              label={t('holdRequired')}
              helper={CONSEQUENCES.holdRequired(draft)}
              checked={draft.holdRequired}
              onChange={(holdRequired) => set({ holdRequired })}
            />
          </Setting>
        )}
        {/* In words until it is changed. */}
        <Box sx={{ gridColumn: '1 / -1' }}>
          <SettingGrid dense>
            <EvidenceMinutesSettings {...common} />
            <CeilingsSettings {...common} />
            <ReportSetting {...common} />
          </SettingGrid>
        </Box>
      </SettingGrid>
    </Section>
  );
}
