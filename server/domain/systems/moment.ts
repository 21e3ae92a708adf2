/** 2100: whatever a system says beyond that is no moment that anybody set anything up at. */
const LATEST = Date.UTC(2100, 0, 1);

/** A moment (UTC ms) as a system told it; null where it is none. */
export function plausibleMoment(at: number | null | undefined): number | null {
  return typeof at === 'number' && at >= 0 && at < LATEST ? Math.floor(at) : null;
}
