import { ListSetting } from '../fields/ListSetting.tsx';
import { PeopleField } from '../fields/PeopleField.tsx';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { PeopleNames } from '../PersonName.tsx';
import { rich, t } from '../words.ts';

/** Who gets the figures of a month's resets by mail. */
export function ReportSetting({ policy, problems }: SectionProps) {
  const { resetReportTo } = policy.draft;
  const key = 'resetReportTo';
  return (
    <Setting policy={policy} problems={problems} of={key}>
      <ListSetting
        label={t('monthlyReport')}
        value={
          resetReportTo.length === 0
            ? t('reportToNobody')
            : rich('listed', { list: <PeopleNames ids={resetReportTo} /> })
        }
        consequence={t('reportMeans')}
        isForced={key in problems || policy.changes.some((field) => field.key === key)}
      >
        <PeopleField
          label={t('reportTo')}
          placeholder={t('reportToHelp')}
          chosen={resetReportTo}
          onChange={(chosen) => policy.set({ resetReportTo: chosen })}
        />
      </ListSetting>
    </Setting>
  );
}
