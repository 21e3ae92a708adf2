import { useState } from 'react';
import type { Policy, PolicyDocument } from '../../../contract/operations/policy.ts';
import { differences, documentOf, rebased, type PolicyField } from './policyFields.tsx';
import { pausedFrom } from './rollOut/rollOutWords.ts';

/** Somebody saved a version while this person was changing the one before. */
interface Overtaken {
  by: Policy;
  /** What they changed, with what it was. */
  before: PolicyDocument;
  theirs: readonly PolicyField[];
  /** Settings that both changed: this person's are kept. */
  both: readonly PolicyField[];
}

/**
 * The policy as it is being changed. Where a newer version appears meanwhile, the changes are put on top of it, and what
 * the other person changed is kept to be shown.
 *
 * @param begin what to start from instead of the policy in force, e.g. an old version that is brought back
 * @param now milliseconds
 */
export function usePolicyDraft(policy: Policy, begin: PolicyDocument | undefined, now: number) {
  const [base, setBase] = useState(policy);
  const [draft, setDraft] = useState<PolicyDocument>(() =>
    begin ? broughtBack(begin, policy, now) : documentOf(policy),
  );
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const changes = differences(base, draft);

  if (policy.version > base.version) {
    const theirs = differences(base, policy);
    const mine = new Set(changes.map(({ key }) => key));
    setBase(policy);
    setDraft(rebased(base, draft, documentOf(policy)));
    if (changes.length > 0) {
      const both = theirs.filter(({ key }) => mine.has(key));
      setOvertaken({ by: policy, before: documentOf(base), theirs, both });
    }
  }
  return {
    base,
    draft,
    changes,
    overtaken,
    set: (change: Partial<PolicyDocument>) => setDraft((before) => ({ ...before, ...change })),
    undo: (field: PolicyField) => setDraft((before) => field.take(base, before)),
    discard: () => {
      setDraft(documentOf(base));
      setOvertaken(null);
    },
    dismiss: () => setOvertaken(null),
    /** After a save: the new version is what is in force, and nothing is waiting any more. */
    accept: (saved: Policy) => {
      setBase(saved);
      setDraft(documentOf(saved));
      setOvertaken(null);
    },
  };
}

/** An old pause would begin now, as the server has it, or is the one that runs. */
function broughtBack(begin: PolicyDocument, policy: Policy, now: number): PolicyDocument {
  const { rollOut } = begin;
  if (rollOut.pausedAt === null) return begin;
  return { ...begin, rollOut: pausedFrom(rollOut, policy, now) };
}

export type PolicyDraft = ReturnType<typeof usePolicyDraft>;
