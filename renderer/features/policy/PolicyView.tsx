import type { Policy } from '../../../contract/operations/policy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section } from '../../ui/Section.tsx';
import { FIELDS, type PolicyField } from './policyFields.tsx';
import { TIER_TITLES } from './policyWords.ts';
import { t } from './words.ts';

const GROUPS: Record<PolicyField['group'], string> = {
  who: t('whoNeedsMfa'),
  setup: t('settingUp'),
  ...TIER_TITLES,
  requests: t('allRequests'),
  sessions: t('sessions'),
};

/** The policy for those who may read it only. */
export function PolicyView({ policy }: { policy: Policy }) {
  return (
    <>
      <Banner>{t('readOnly')}</Banner>
      {(Object.keys(GROUPS) as PolicyField['group'][]).map((group) => (
        <Section key={group} title={GROUPS[group]}>
          <DescriptionList
            facts={FIELDS.filter((field) => field.group === group).map(({ label, inGroup, show }) => ({
              term: inGroup ?? label,
              value: show(policy),
            }))}
          />
        </Section>
      ))}
    </>
  );
}
