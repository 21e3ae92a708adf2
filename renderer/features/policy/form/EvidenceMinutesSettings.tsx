import Box from '@mui/material/Box';
import { CHECK_KINDS } from '../../../../contract/checks.ts';
import { allOf } from '../../../language/intl.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { ListSetting } from '../fields/ListSetting.tsx';
import { LabelledNumber } from '../fields/NumberField.tsx';
import { problemIdIn, Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { minutesWords } from '../policyWords.ts';
import { t } from '../words.ts';

/** For how long each kind of check counts, until the approval that decides. */
export function EvidenceMinutesSettings({ policy, problems }: SectionProps) {
  const { evidenceMinutes } = policy.draft;
  const set = (change: Partial<typeof evidenceMinutes>) =>
    policy.set({ evidenceMinutes: { ...evidenceMinutes, ...change } });
  const keys = CHECK_KINDS.map((kind) => `evidenceMinutes.${kind}`);
  const said = CHECK_KINDS.map((kind) =>
    t('checkFor', { check: CHECK_WORDS[kind], duration: minutesWords(evidenceMinutes[kind]) }),
  );
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <ListSetting
        label={t('checksCountFor')}
        value={t('listed', { list: allOf(said) })}
        consequence={t('madeAgain')}
        isForced={keys.some((key) => key in problems || policy.changes.some((field) => field.key === key))}
      >
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
            columnGap: 3,
            rowGap: 3,
            alignItems: 'start',
          }}
        >
          {CHECK_KINDS.map((kind) => (
            <Setting key={kind} policy={policy} problems={problems} of={`evidenceMinutes.${kind}`}>
              <LabelledNumber
                label={CHECK_WORDS[kind]}
                unit={t('unitMinutes', { count: evidenceMinutes[kind] })}
                value={evidenceMinutes[kind]}
                onChange={(minutes) => set({ [kind]: minutes })}
                problemId={problemIdIn(problems, `evidenceMinutes.${kind}`)}
              />
            </Setting>
          ))}
        </Box>
      </ListSetting>
    </Box>
  );
}
