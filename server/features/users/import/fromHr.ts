import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { confirmImport } from '../../../domain/people/importStore.ts';
import type { ChangeKind } from '../../../domain/pendingChanges/kinds.ts';
import { refuse } from '../../../refusal.ts';

export interface HrConfirmation {
  importId: string;
  people: number;
  /** UTC ms. */
  at: number;
}

/**
 * That a file came from the HR system. SECURITY: its people are in already, and what it says counts as typed by whoever sent it
 * until somebody else agrees: one person's word would make any number evidence (docs/decisions/0059-who-made-an-account.md).
 */
export function createHrConfirmation(
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
): ChangeKind<HrConfirmation> {
  return {
    name: 'users.import_from_hr',
    permission: 'users.manage',
    about: ({ importId }) => importId,
    describe: (_reader, { importId, people, at }) =>
      Promise.resolve({
        summary: sentence('changes', 'trustImport', { count: people, day: { at, as: 'date', zone: 'UTC' } }),
        touches: [],
        concerns: { importId },
      }),
    async apply(tx, { importId, people }, { by, agreedBy, now }) {
      if (!(await confirmImport(tx, { id: importId, by: agreedBy?.id ?? by.id, now })))
        throw refuse('not_found', { detail: sentence('answers/users', 'importConfirmedMeanwhile') });
      const data = { importId, people, ...(agreedBy ? { agreedBy: agreedBy.name } : {}) };
      await appendAudit(tx, deps, {
        at: now,
        action: 'users.import_confirmed',
        actor: by,
        target: null,
        data,
      });
      return [{ kind: 'users' }];
    },
  };
}
