import type { SignedCheckpoint } from '../../../crypto/checkpoints.ts';
import type { EventRow } from '../../../domain/audit/store.ts';
import { version } from '../../../version.ts';
import { exportedEvent } from '../exportLine.ts';
import { ocsfCheckpoint, ocsfEvent } from '../ocsf.ts';
import type { SiemLine } from './destination.ts';

/** An event in OCSF, with the original as an export has it, so that its hash can be computed again. */
export function eventLine(row: EventRow, mostBytes: number | null): SiemLine {
  const event = ocsfEvent(row, version);
  const original = JSON.stringify(exportedEvent(row));
  const whole = lineOf(event, original);
  if (mostBytes === null || whole.json.length <= mostBytes) return whole;
  // Cut off it would be no JSON: all that others find it by, and what to look for in an export.
  return lineOf({ ...event, unmapped: { omitted_bytes: whole.json.length, hash: row.hash } }, null);
}

/** The same of a checkpoint, which an auditor verifies by the public key. */
export function checkpointLine(checkpoint: SignedCheckpoint): SiemLine {
  return lineOf(ocsfCheckpoint(checkpoint, version), JSON.stringify(checkpoint));
}

function lineOf(event: Record<string, unknown>, original: string | null): SiemLine {
  const text = JSON.stringify(original === null ? event : { ...event, raw_data: original });
  return {
    name: String(event['message']),
    at: Number(event['time']),
    severity: Number(event['severity_id']),
    json: ascii(text),
  };
}

/** Receivers differ in what they make of other letters, and syslog wants to be told of them (RFC 5424 §6.4). */
function ascii(json: string): string {
  return json.replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
