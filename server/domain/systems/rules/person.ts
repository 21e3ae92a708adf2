/** The first of these that says anything, without spaces around; null where none does. */
export function firstSaid(...values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const said = value?.trim();
    if (said) return said;
  }
  return null;
}

/** A name of its parts. */
export const nameOfParts = (...parts: readonly (string | null | undefined)[]): string | null =>
  firstSaid(
    parts
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(' '),
  );
