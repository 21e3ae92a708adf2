import { isStrong } from '../../../../contract/checks.ts';
import type { CheckKind, ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { kindsOf } from './checkState.ts';

/** One thing that policy asks for, with the checks that fill it. */
export interface Requirement {
  id: string;
  /** How many of these checks, and how many of them strong. */
  needed: number;
  strong: number;
  met: boolean;
  kinds: readonly CheckKind[];
}

interface Grouped {
  requirements: Requirement[];
  /** Made, and not asked for; of a request that is decided, all that were made. */
  besides: CheckKind[];
}

/**
 * The recipe as things to fill, each check under one of them. *Two checks, one of them strong* is one thing, though the server
 * counts it as two steps: each strong check fills both.
 */
export function requirementsOf(request: ResetRequest): Grouped {
  const isUndecided = request.state === 'open' || request.state === 'verified';
  const steps = isUndecided ? request.recipe.steps : [];
  const strong = steps.find(({ id }) => id === 'strong');
  const placed = new Set<CheckKind>();
  const requirements = steps
    .filter((step) => step !== strong)
    .map(({ id, needed, met, kinds }): Requirement => {
      const own = kindsOf(request).filter((kind) => kinds.includes(kind) && !placed.has(kind));
      own.forEach((kind) => placed.add(kind));
      const withStrong = strong && own.some(isStrong) ? strong : undefined;
      return {
        id,
        needed,
        strong: withStrong?.needed ?? 0,
        met: met && withStrong?.met !== false,
        kinds: own,
      };
    });
  return { requirements, besides: kindsOf(request).filter((kind) => !placed.has(kind)) };
}
