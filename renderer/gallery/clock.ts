/**
 * From now on it is `at`, and time goes on from there: what is a moment ago in an example stays a moment ago, whenever it is
 * looked at, and a picture of it is the same tomorrow.
 *
 * @param at RFC 3339, UTC
 */
export function setClock(at: string): void {
  const Real = Date;
  const behind = Real.now() - Real.parse(at);
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(Real.now() - behind);
      else super(...(given as [number]));
    }

    static override now(): number {
      return Real.now() - behind;
    }
  } as DateConstructor;
}
