import type { CeilingScope, CeilingWindow } from '../../../../contract/ceilings.ts';
import { useRead } from '../../../data/useRead.ts';
import { figure } from '../../../language/intl.ts';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { CeilingsTable } from '../ceilings/CeilingsTable.tsx';
import { ListSetting } from '../fields/ListSetting.tsx';
import { NumberInput } from '../fields/NumberInput.tsx';
import { problemIdIn, Setting, SettingGrid } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { CEILINGS } from '../policyFields.tsx';
import { t } from '../words.ts';

/** What somebody begins with who sets one by hand. */
const FIRST = 50;

/** Less than this share of a ceiling is nothing to be said at once. */
const WORTH_SAYING = 0.5;

/** The one of which most is used up by now. */
function useNearest(): string {
  const { data } = useRead('resetRequests.ceilings', {});
  const [first] = (data?.ceilings ?? []).toSorted(
    (one, other) => other.count / other.ceiling - one.count / one.ceiling,
  );
  if (!first || first.count < WORTH_SAYING * first.ceiling) return '';
  const { scope, window, count, ceiling } = first;
  return t('ceilingNearest', { scope, window, count: figure(count), ceiling: figure(ceiling) });
}

/** How many resets are too many: as it follows from what is usual, or as it is set by hand. */
export function CeilingsSettings({ policy, problems }: SectionProps) {
  const { ceilings } = policy.draft;
  const set = (scope: CeilingScope, window: CeilingWindow, count: number | null) =>
    policy.set({ ceilings: { ...ceilings, [scope]: { ...ceilings[scope], [window]: count } } });
  const keys = CEILINGS.map(({ scope, window }) => `ceilings.${scope}.${window}`);
  const byHand = CEILINGS.filter(({ scope, window }) => ceilings[scope][window] !== null).length;
  const nearest = useNearest();
  return (
    <ListSetting
      label={t('ceilings')}
      value={[byHand === 0 ? t('ceilingsFollow') : t('ceilingsSet', { count: byHand }), nearest].join(' ')}
      consequence={t('ceilingsMean')}
      isForced={keys.some((key) => key in problems || policy.changes.some((field) => field.key === key))}
    >
      <SettingGrid>
        {CEILINGS.map(({ scope, window }) => {
          const key = `ceilings.${scope}.${window}`;
          const count = ceilings[scope][window];
          const label = t('ceilingOf', { scope, window });
          return (
            <Setting key={key} policy={policy} problems={problems} of={key}>
              <SwitchField
                flush
                label={label}
                helper={count === null ? t('ceilingFromUsual') : t('ceilingByHand')}
                checked={count !== null}
                onChange={(isOn) =>
                  set(scope, window, isOn ? (policy.base.ceilings[scope][window] ?? FIRST) : null)
                }
              />
              {count !== null && (
                <NumberInput
                  label={label}
                  unit={t('ceilingResets', { count })}
                  value={count}
                  onChange={(typed) => set(scope, window, typed)}
                  problemId={problemIdIn(problems, key)}
                />
              )}
            </Setting>
          );
        })}
      </SettingGrid>
      <CeilingsTable />
    </ListSetting>
  );
}
