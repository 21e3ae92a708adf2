import { describe, expect, test } from 'vitest';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { CheckKind, CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import { voiceOf } from '../../../../server/words.ts';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import { helpSentence } from '../../../../server/features/resetRequests/rules/missing.ts';
import { evaluateRecipe } from '../../../../server/features/resetRequests/rules/recipe.ts';

const { standard, elevated } = DEFAULT_POLICY.tiers;
const EVERYTHING: CheckKind[] = [
  'request_code',
  'call_back',
  'photo_id_video',
  'in_person',
  'manager_confirmation',
];
const without = (...kinds: CheckKind[]) => EVERYTHING.filter((kind) => !kinds.includes(kind));

type Made = CheckKind | readonly [CheckKind, CheckOutcome | 'too_old'];

interface Case {
  rule?: TierRule;
  made?: readonly Made[];
  code?: boolean;
  possible?: CheckKind[];
}

/** What is said of a request with this evidence, in English unless told. */
function said({ rule = elevated, made = [], code = false, possible = EVERYTHING }: Case, language = 'en') {
  const checks = made.map((each, at) => {
    const [kind, how] = typeof each === 'string' ? ([each, 'pass'] as const) : each;
    const tooOld = how === 'too_old';
    return { kind, outcome: tooOld ? ('pass' as const) : how, at, void: false, tooOld };
  });
  const { missing, ...recipe } = evaluateRecipe(rule, checks, code);
  if (missing === null) return null;
  return voiceOf(language).write(helpSentence({ ...recipe, missing }, { name: 'Jo', possible }));
}

describe('what is still missing says only what would help', () => {
  test.each<[string, Case, string]>([
    [
      'the first check',
      { rule: standard },
      'One check: a call back, photo ID by video, in person or the manager.',
    ],
    [
      'the code first',
      { rule: standard, code: true, made: ['in_person'] },
      'Still missing: the request code.',
    ],
    [
      'the code and a check',
      { rule: standard, code: true },
      'Still missing: the request code. One check: a call back, photo ID by video, in person or the manager.',
    ],
    [
      'a strong one among two',
      {},
      'Two checks: a call back, photo ID by video, in person or the manager. One of them: photo ID by video, in person or the manager.',
    ],
    ['a strong one alone', { made: ['call_back'] }, 'One more: photo ID by video, in person or the manager.'],
    [
      'not what passed already',
      { made: ['in_person'] },
      'One more: a call back, photo ID by video or the manager.',
    ],
    [
      'nobody who is not on record',
      { made: ['call_back'], possible: without('manager_confirmation') },
      'One more: photo ID by video or in person.',
    ],
    [
      'no call to a phone that proves nothing',
      { made: ['in_person'], possible: without('call_back') },
      'One more: photo ID by video or the manager.',
    ],
    [
      'no check that failed',
      { made: ['call_back', ['in_person', 'fail']] },
      'One more: photo ID by video or the manager.',
    ],
    [
      'a call that nobody answered, again',
      { made: ['in_person', ['call_back', 'no_answer']], possible: ['call_back'] },
      'One more: a call back.',
    ],
    [
      'what is too old, by its name',
      { rule: standard, made: [['in_person', 'too_old']], possible: ['in_person', 'call_back'] },
      'One check: a call back or in person. Too old to count by now: in person.',
    ],
    [
      'that too few are possible',
      { rule: { ...elevated, recipe: { ...elevated.recipe, strongCount: 0 } }, possible: ['in_person'] },
      '2 checks are missing, and for Jo only this can be made now: in person.',
    ],
    [
      'that none is',
      { made: ['call_back'], possible: ['call_back'] },
      'A check is missing, and none that policy counts can be made for Jo now.',
    ],
    [
      'that no strong one is',
      {
        rule: {
          ...elevated,
          recipe: { ...elevated.recipe, kinds: ['call_back', 'existing_code', 'in_person'] },
        },
        possible: ['call_back', 'existing_code'],
      },
      'Two checks: a code from the existing app or a call back. One of them has to be strong, and none that policy counts can be made for Jo now.',
    ],
  ])('%s', (_, known, sentence) => {
    expect(said(known)).toBe(sentence);
  });

  test('is nothing where all is there', () => {
    expect(said({ made: ['in_person', 'call_back'] })).toBeNull();
  });

  test('in German too', () => {
    expect(said({ made: ['call_back'] }, 'de')).toBe(
      'Noch eine: Ausweis per Video, persönliches Erscheinen oder Führungskraft.',
    );
    expect(said({ rule: standard, code: true }, 'de')).toBe(
      'Es fehlt noch: der Anfragecode. Eine Prüfung: Rückruf, Ausweis per Video, persönliches Erscheinen oder Führungskraft.',
    );
  });
});
