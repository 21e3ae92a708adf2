import { CHECK_KINDS } from '../../../../contract/checks.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { t } from '../words.ts';

/** For how long each kind of check counts, until the approval that decides. */
export function EvidenceMinutesSettings({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  return CHECK_KINDS.map((kind) => (
    <Setting key={kind} policy={policy} problems={problems} of={`evidenceMinutes.${kind}`}>
      <NumberField
        label={t('checkCountsFor', { check: CHECK_WORDS[kind] })}
        unit={t('unitMinutes', { count: draft.evidenceMinutes[kind] })}
        value={draft.evidenceMinutes[kind]}
        onChange={(minutes) => set({ evidenceMinutes: { ...draft.evidenceMinutes, [kind]: minutes } })}
        isWrong={`evidenceMinutes.${kind}` in problems}
      />
    </Setting>
  ));
}
