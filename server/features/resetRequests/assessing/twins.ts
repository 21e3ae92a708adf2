import type { MayBeOne } from '../../../domain/secondPerson/puppets.ts';

/** Of those who decide, who may be one person with whom. */
export function twinsAmong(deciding: readonly string[], isOne: MayBeOne): [string, string][] {
  return deciding.flatMap((one, index) =>
    deciding
      .slice(index + 1)
      .flatMap((other): [string, string][] => (isOne(one, other) ? [[one, other]] : [])),
  );
}
