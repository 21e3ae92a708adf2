import { expect, test } from 'vitest';
import type {
  Check,
  CheckKind,
  RecipeStep,
  ResetRequest,
} from '../../contract/operations/resetRequestSchemas.ts';
import { requirementsOf } from '../../renderer/features/resetRequests/evidence/requirements.ts';

const step = (id: string, kinds: CheckKind[], needed: number, passed: number): RecipeStep => ({
  id,
  text: '',
  kinds,
  needed,
  passed,
  met: passed >= needed,
});
const made = (kind: CheckKind): Check => ({
  id: kind,
  kind,
  outcome: 'pass',
  by: null,
  at: '2026-11-29T10:00:00.000Z',
  note: null,
  numberEnding: null,
  countsUntil: null,
  voidBecause: null,
});

const KINDS: CheckKind[] = [
  'existing_code',
  'call_back',
  'photo_id_video',
  'in_person',
  'manager_confirmation',
];
const STRONG: CheckKind[] = ['photo_id_video', 'in_person', 'manager_confirmation'];

const request = (steps: RecipeStep[], checks: Check[] = [], state: ResetRequest['state'] = 'open') =>
  ({ state, checks, recipe: { met: false, missing: null, steps } }) as unknown as ResetRequest;

test('two checks, one of them strong, are one thing with each check under it once', () => {
  const elevated = request([
    step('request_code', ['request_code'], 1, 0),
    step('checks', KINDS, 2, 1),
    step('strong', STRONG, 1, 0),
  ]);
  expect(requirementsOf(elevated)).toEqual({
    requirements: [
      { id: 'request_code', needed: 1, strong: 0, met: false, kinds: ['request_code'] },
      {
        id: 'checks',
        needed: 2,
        strong: 1,
        met: false,
        kinds: ['call_back', 'photo_id_video', 'in_person', 'manager_confirmation'],
      },
    ],
    besides: [],
  });
});

test('what was made and nobody asked for stands by itself, and so does all of it once it is decided', () => {
  const steps = [step('checks', ['call_back', 'in_person'], 1, 0)];
  const checks = [made('photo_id_video'), made('existing_code')];
  expect(requirementsOf(request(steps, checks)).besides).toEqual(['existing_code', 'photo_id_video']);
  expect(requirementsOf(request(steps, checks, 'completed'))).toEqual({
    requirements: [],
    besides: ['existing_code', 'photo_id_video'],
  });
});
