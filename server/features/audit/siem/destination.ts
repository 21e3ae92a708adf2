import type { SiemName } from '../../../domain/audit/siemStore.ts';

/** One event or checkpoint, as it is sent. */
export interface SiemLine {
  /** What happened: an action of the log, or `audit.checkpoint`. */
  name: string;
  /** UTC ms. */
  at: number;
  /** OCSF's, 1 to 6. */
  severity: number;
  /** One line of JSON, ASCII only. */
  json: string;
}

/** Somewhere that the audit log is pushed to. */
export interface SiemDestination {
  name: SiemName;
  /** Where it is, without a password. */
  address: string;
  /** Whether what it has taken is only known by how the connection ended. */
  isUnacknowledged: boolean;
  /** How many bytes one line may have there; null where any number. */
  mostLineBytes: number | null;
  /** Resolves when all of them were taken; rejects where that isn't known. Ends early by `signal`. */
  send(lines: readonly SiemLine[], options: { now: number; signal: AbortSignal }): Promise<void>;
}

/** A refusal that smaller batches may get round. */
export class TooLarge extends Error {}

/** Longer than a send may take nobody waits for one. */
export const LONGEST_SEND_MS = 20_000;

/** Why in a few words: what a receiver says itself is nobody's to read in a console, and could be anything. */
export function reasonOf(error: unknown): string {
  for (const one of [error, error instanceof Error ? error.cause : undefined]) {
    const code: unknown = one instanceof Error ? Reflect.get(one, 'code') : undefined;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  }
  if (error instanceof Error && error.name === 'TimeoutError') return 'ETIMEDOUT';
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}
