import type { CheckpointDeps } from './checkpointDeps.ts';
import type { CheckpointPlace } from './places/place.ts';
import { markSent, unsentCheckpoints } from './store.ts';

/** A round takes as many; the rest comes with the next one. */
const AT_ONCE = 100;

/**
 * Sends the place what it has not taken yet, in order; where it refuses one, the next round begins with that one. Of two servers
 * at once both may send: the number tells whoever keeps them.
 */
export async function sendCheckpoints(
  { db, log }: CheckpointDeps,
  place: CheckpointPlace,
  now: number,
): Promise<void> {
  for (const checkpoint of await unsentCheckpoints(db.kysely, AT_ONCE)) {
    try {
      await place.send(checkpoint);
    } catch (error) {
      log.warn({ err: error, place: place.name }, 'a checkpoint was not taken');
      return;
    }
    await markSent(db.kysely, checkpoint.number ?? 0, now);
  }
}
