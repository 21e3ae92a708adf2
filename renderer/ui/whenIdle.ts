/** Where a browser can't say when it is idle; milliseconds. */
const SOON = 200;

/**
 * Does it once the browser has nothing else to do, unless it is called off first: for an effect.
 *
 * @returns calls it off
 */
export function whenIdle(act: () => void): () => void {
  // Safari has none.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, SOON);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(act);
  return () => cancelIdleCallback(idle);
}
