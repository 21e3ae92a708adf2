import type { Policy } from '../../../contract/operations/policy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section } from '../../ui/Section.tsx';
import { FIELDS, type PolicyField } from './policyFields.tsx';

const GROUPS: Record<PolicyField['group'], string> = {
  who: 'Who needs MFA',
  setup: 'Setting up and disabling',
  standard: 'Standard reset requests',
  elevated: 'Elevated reset requests',
  privileged: 'Privileged reset requests',
  requests: 'All reset requests',
  sessions: 'Sessions',
};

/** The policy for those who may read it only. */
export function PolicyView({ policy }: { policy: Policy }) {
  return (
    <>
      <Banner>You can read the policy. A security officer can change it.</Banner>
      {(Object.keys(GROUPS) as PolicyField['group'][]).map((group) => (
        <Section key={group} title={GROUPS[group]}>
          <DescriptionList
            facts={FIELDS.filter((field) => field.group === group).map(({ label, show }) => ({
              term: capital(label.replace(/^\w+ tier: /, '')),
              value: show(policy),
            }))}
          />
        </Section>
      ))}
    </>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
