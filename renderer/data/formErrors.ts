import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { CallError } from './callError.ts';

/**
 * Puts the sentences of a refusal at their fields, the first of them focused.
 *
 * @returns the sentence that belongs to no field of this form, for a Banner above its button
 */
export function showRefusal<T extends FieldValues>(
  form: UseFormReturn<T>,
  error: CallError,
): string | undefined {
  const known = Object.entries(error.problem.fields ?? {}).filter(([name]) => name in form.getValues());
  known.forEach(([name, message], index) =>
    form.setError(name as Path<T>, { message }, { shouldFocus: index === 0 }),
  );
  return known.length > 0 ? undefined : error.refusal;
}
