import { describe, expect, it } from 'vitest';
import { hrOutcome } from '../../renderer/features/users/import/hrWords.ts';
import { enteredWords } from '../../renderer/features/users/person/enteredWords.ts';

const REPORT = { imported: 200, updated: 0, unchanged: 0, skipped: 0, rows: [] };
const ANA = { id: '01a1eb01-09e4-726b-b1ec-8962aeea6133', username: 'ana', name: 'Ana' };
const pendingChange = {
  id: ANA.id,
  kind: 'users.import_from_hr',
  summary: 'Trust them.',
  requestedBy: ANA,
  takesEffectAt: null,
};

describe('issue 8.3: after an import', () => {
  it('says that the word *from HR* waits, and for whom', () => {
    expect(hrOutcome({ ...REPORT, pendingChange })).toBe(
      'That the file comes from the HR system doesn’t count yet. It waits for a second administrator or security officer, who was mailed.',
    );
  });
  it('says nothing of it where nobody said so', () => {
    expect(hrOutcome(REPORT)).toBeUndefined();
  });
});

it('issue 8.3: a person’s page says who entered their contacts', () => {
  expect(enteredWords(ANA)).toMatch(/^Ana entered these with the account\. For its first 30 days/);
});
