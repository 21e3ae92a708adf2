import type { SignedCheckpoint } from '../../../crypto/checkpoints.ts';

/** Somewhere that takes checkpoints and gives none back: whoever keeps it compares the newest with what verifying says. */
export interface CheckpointPlace {
  /** As the operator named it. */
  name: string;
  /** Resolves when it was taken, or handed to the network where nobody answers (syslog by UDP). */
  send(checkpoint: SignedCheckpoint): Promise<void>;
}
