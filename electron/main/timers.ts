/** Calls `act` once, `ms` milliseconds from now. */
export function after(ms: number, act: () => void): { cancel(): void } {
  const timer = setTimeout(act, ms);
  return { cancel: () => clearTimeout(timer) };
}

/** Calls `act` every `ms` milliseconds. */
export function every(ms: number, act: () => void): { cancel(): void } {
  const timer = setInterval(act, ms);
  return { cancel: () => clearInterval(timer) };
}

/** Resolves after `ms` milliseconds, or at once when `signal` is aborted. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
