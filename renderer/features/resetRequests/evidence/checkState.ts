import { CHECK_KINDS } from '../../../../contract/checks.ts';
import type { Check, CheckKind, ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';

/**
 * Checks of the recipe and those that were made besides, in the order one makes them; once it is decided, those that were
 * made.
 */
export function kindsOf({ recipe, checks, state }: ResetRequest): CheckKind[] {
  const steps = state === 'open' || state === 'verified' ? recipe.steps : [];
  const asked = new Set([...steps.flatMap((step) => step.kinds), ...checks.map(({ kind }) => kind)]);
  // A code that did not come with the request can't be given any more.
  const comes = (kind: CheckKind) => kind !== 'existing_code' || checks.some((check) => check.kind === kind);
  return CHECK_KINDS.filter((kind) => asked.has(kind) && comes(kind));
}

/**
 * The latest that counts; what a suspended colleague recorded doesn't, nor a call to a phone that is lost. One that is too old
 * is to be made again, whatever came before it.
 */
export function latestOf({ checks }: ResetRequest, kind: CheckKind): Check | undefined {
  const latest = checks
    .filter((check) => check.kind === kind && (check.voidBecause === null || check.voidBecause === 'too_old'))
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  return latest?.voidBecause === null ? latest : undefined;
}

/** The check to make next: the first that the recipe still asks for and that can be recorded. */
export function nextKind(request: ResetRequest): CheckKind | null {
  if (request.recipe.met || !request.decision.verify.allowed) return null;
  const wanted = request.recipe.steps.filter((step) => !step.met).flatMap((step) => step.kinds);
  return (
    kindsOf(request).find(
      (kind) =>
        wanted.includes(kind) &&
        latestOf(request, kind)?.outcome !== 'pass' &&
        (kind === 'manager_confirmation'
          ? request.managerConfirmation.allowed
          : request.checkOptions.some((option) => option.kind === kind && option.allowed)),
    ) ?? null
  );
}
