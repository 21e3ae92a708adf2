import { useEffect, useState } from 'react';
import type { Policy, PolicyDocument } from '../../../../contract/operations/policy.ts';
import { useRead } from '../../../data/useRead.ts';
import { changedSettings } from '../policyFields.tsx';

const AFTER_CHANGE = 300;

/** Who the changes would hit, asked a moment after the last of them; nothing is asked of a draft that isn't sound. */
export function useImpact(base: Policy, draft: PolicyDocument, isSound: boolean) {
  const text = JSON.stringify(changedSettings(base, draft));
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    if (text === asked || !isSound) return;
    const timer = setTimeout(() => setAsked(text), AFTER_CHANGE);
    return () => clearTimeout(timer);
  }, [text, asked, isSound]);
  const change = JSON.parse(asked) as Partial<PolicyDocument>;
  const isAsking = asked !== '{}' && isSound;
  const impact = useRead('policy.impact', { ...change, limit: 1 }, { enabled: isAsking, keep: true });
  const isCurrent = asked === text && !impact.isPlaceholderData && !impact.isFetching;
  return {
    change,
    counts: isAsking ? impact.data : undefined,
    error: isAsking && !impact.isFetching ? impact.error : null,
    /** Whether `counts` are those of what is set now. */
    isCurrent,
    retry: () => void impact.refetch(),
  };
}

export type Impact = ReturnType<typeof useImpact>;
