/** Where a server is in the log of all that is written, in bytes. */
export interface Position {
  at: number;
  /** Begins anew with each failover: another one is another history. */
  timeline: string;
  /** Of which cluster, database and schema. */
  which: string;
}

/** So long is remembered when the primary was where: behind by more is behind by this. */
const REMEMBERED = 900;

/**
 * How long ago the primary was where its replica is now, by looks at both. No clock of another machine has a say in it, and a
 * primary to which nobody writes makes no lag.
 */
export function createLagMeter(): {
  /** The primary was there at a time (ms). */
  saw(at: number, time: number): void;
  /** Milliseconds that a replica which is there is behind; null before the first look. */
  behind(at: number, time: number): number | null;
} {
  const looks: { at: number; time: number }[] = [];
  return {
    saw(at, time) {
      // After a failover to a server that had less.
      if (at < (looks.at(-1)?.at ?? 0)) looks.length = 0;
      // Where it still stands where it stood, the first look counts: since then there is nothing that a replica could lack.
      if (looks.at(-1)?.at !== at) looks.push({ at, time });
      if (looks.length > REMEMBERED) looks.shift();
    },
    behind(at, time) {
      const lacking = looks.find((look) => look.at > at);
      return looks.length === 0 ? null : lacking ? time - lacking.time : 0;
    },
  };
}
