import type { ResetReason } from '../../contract/schemas.ts';

/** Why a reset is asked for, in the words of the form. */
export const RESET_REASONS: readonly { value: ResetReason; label: string }[] = [
  { value: 'lost_or_stolen', label: 'Phone lost or stolen' },
  { value: 'broken', label: 'Phone broken' },
  { value: 'replaced', label: 'Phone replaced' },
  { value: 'app_deleted', label: 'App deleted' },
  { value: 'code_refused', label: 'Code refused' },
];

/** The reason in words; where none was given, that. */
export function reasonWords(reason: ResetReason | null): string {
  return RESET_REASONS.find(({ value }) => value === reason)?.label ?? 'No reason given';
}
