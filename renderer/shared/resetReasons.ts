import type { ResetReason } from '../../contract/schemas.ts';
import { t } from './words.ts';

/** Why a reset is asked for, in the words of the form. */
export const RESET_REASONS: readonly { value: ResetReason; label: string }[] = [
  { value: 'lost_or_stolen', label: t('reasonLostOrStolen') },
  { value: 'broken', label: t('reasonBroken') },
  { value: 'replaced', label: t('reasonReplaced') },
  { value: 'app_deleted', label: t('reasonAppDeleted') },
  { value: 'code_refused', label: t('reasonCodeRefused') },
];

/** The reason in words; where none was given, that. */
export function reasonWords(reason: ResetReason | null): string {
  return RESET_REASONS.find(({ value }) => value === reason)?.label ?? t('noReason');
}
