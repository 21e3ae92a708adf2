import type { Problems } from '../draftProblems.ts';
import type { PolicyDraft } from '../usePolicyDraft.ts';

/** What each group of settings works with. */
export interface SectionProps {
  policy: PolicyDraft;
  problems: Problems;
}
