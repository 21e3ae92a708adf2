import type { CheckKind } from '../../../../contract/checks.ts';
import type { ManagerConfirmation } from '../../../../contract/operations/resetConfirmations.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { helpSentence } from '../rules/missing.ts';
import type { Refused } from '../rules/refusal.ts';

/** What would help the request on. */
export function whatHelps(
  recipe: Parameters<typeof helpSentence>[0],
  {
    options,
    manager,
    user,
  }: {
    options: readonly { kind: CheckKind; refused: Refused | null }[];
    manager: Pick<ManagerConfirmation, 'allowed'>;
    user: { name: string };
  },
): Sentence {
  const possible = options.flatMap(({ kind, refused }) =>
    refused === null || (kind === 'manager_confirmation' && manager.allowed) ? [kind] : [],
  );
  return helpSentence(recipe, { name: user.name, possible });
}
