import { expect, test } from 'vitest';
import { sensitiveTerms } from '../../../server/domain/policy/rules/sensitiveTerms.ts';
import type {
  DepartmentStay,
  SensitiveList,
  SensitiveTerm,
} from '../../../server/domain/policy/rules/sensitiveTerms.ts';

const list = (from: number, people: string[], departments: string[] = []): SensitiveList => ({
  from,
  people,
  departments,
});
const stay = (from: number, department: string | null): DepartmentStay => ({ from, department });
const named = (since: number, until: number | null): SensitiveTerm => ({ department: null, since, until });
const within = (department: string, since: number, until: number | null) => ({ department, since, until });

test.each<[string, DepartmentStay[], SensitiveList[], SensitiveTerm[]]>([
  ['nobody is named', [stay(0, 'Finance')], [list(1, [])], []],
  ['somebody else is named', [stay(0, null)], [list(1, ['bo'], ['Finance'])], []],
  ['they are named', [stay(0, null)], [list(1, ['jo'])], [named(1, null)]],
  ['they were named', [stay(0, null)], [list(1, ['jo']), list(5, [])], [named(1, 5)]],
  [
    'the policy was saved for another reason',
    [stay(0, null)],
    [list(1, ['jo']), list(5, ['jo'])],
    [named(1, null)],
  ],
  [
    'they were named twice',
    [stay(0, null)],
    [list(1, ['jo']), list(5, []), list(7, ['jo'])],
    [named(1, 5), named(7, null)],
  ],
  [
    'their department is named',
    [stay(0, 'Finance')],
    [list(3, [], ['Finance'])],
    [within('Finance', 3, null)],
  ],
  [
    'their department was named',
    [stay(0, 'Finance')],
    [list(3, [], ['Finance']), list(9, [])],
    [within('Finance', 3, 9)],
  ],
  [
    'they came to the department',
    [stay(0, 'Sales'), stay(6, 'Finance')],
    [list(3, [], ['Finance'])],
    [within('Finance', 6, null)],
  ],
  [
    'they left the department',
    [stay(0, 'Finance'), stay(6, null)],
    [list(3, [], ['Finance'])],
    [within('Finance', 3, 6)],
  ],
  [
    'they left it before it was named',
    [stay(0, 'Finance'), stay(2, 'Sales')],
    [list(3, [], ['Finance'])],
    [],
  ],
  [
    'they left it a moment before it was named no more',
    [stay(0, 'Finance'), stay(6, 'Sales')],
    [list(3, [], ['Finance']), list(7, [])],
    [within('Finance', 3, 6)],
  ],
  [
    'they went from one to another',
    [stay(0, 'Finance'), stay(6, 'Board')],
    [list(3, ['jo'], ['Finance', 'Board'])],
    [named(3, null), within('Finance', 3, 6), within('Board', 6, null)],
  ],
])('S-100 when somebody was sensitive: %s', (_, stays, lists, terms) => {
  expect(sensitiveTerms('jo', stays, lists)).toEqual(terms);
});
