/** As many as one call takes. */
const MOST = 500;

interface Waiting<T> {
  resolve: (value: T | null) => void;
  reject: (reason: unknown) => void;
}

/**
 * Makes one call of what is asked for one by one: everything asked in the same turn of the event loop goes into it. Who asks
 * is given null where the answer doesn't have theirs, and every one of them the error where it fails.
 *
 * @param load answers in any order; asked for 500 at most
 */
export function gather<T extends { id: string }>(
  load: (ids: string[]) => Promise<readonly T[]>,
): (id: string) => Promise<T | null> {
  let waiting = new Map<string, Waiting<T>[]>();

  async function answer(asked: [string, Waiting<T>[]][]): Promise<void> {
    try {
      const found = new Map((await load(asked.map(([id]) => id))).map((one) => [one.id, one]));
      for (const [id, askers] of asked) for (const { resolve } of askers) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const [, askers] of asked) for (const { reject } of askers) reject(error);
    }
  }

  function send(): void {
    const asked = [...waiting];
    waiting = new Map();
    for (let from = 0; from < asked.length; from += MOST) void answer(asked.slice(from, from + MOST));
  }

  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(send, 0);
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
}
