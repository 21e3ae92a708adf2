/** What this computer keeps while it is typed, so that a closed window loses nothing. Never a code. */

/** Keeps a value by its key; null forgets it. Web storage can be full or forbidden: what is on screen is then all there is. */
export function keep(key: string, value: object | string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to be done about it, and nothing that a person could do.
  }
}

/** What was kept; null where there is nothing, or nothing that this version wrote. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
