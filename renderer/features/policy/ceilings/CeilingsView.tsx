import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { ListSetting } from '../fields/ListSetting.tsx';
import { CEILINGS } from '../policyFields.tsx';
import { t } from '../words.ts';
import { CeilingsTable } from './CeilingsTable.tsx';

/** The ceilings, to be read. */
export function CeilingsView({ ceilings }: Pick<PolicyDocument, 'ceilings'>) {
  const byHand = CEILINGS.filter(({ scope, window }) => ceilings[scope][window] !== null).length;
  return (
    <ListSetting
      label={t('ceilings')}
      value={byHand === 0 ? t('ceilingsFollow') : t('ceilingsSet', { count: byHand })}
      consequence={t('ceilingsMean')}
      action={t('ceilingsShow')}
    >
      <CeilingsTable />
    </ListSetting>
  );
}
