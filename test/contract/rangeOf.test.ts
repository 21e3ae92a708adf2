import Type from 'typebox';
import { expect, test } from 'vitest';
import { PolicyDocument } from '../../contract/operations/policy.ts';
import { rangeOf } from '../../contract/rangeOf.ts';

test('a field’s range is what the schema takes: of a number, and of how many a list holds', () => {
  expect(rangeOf(Type.Integer({ minimum: 5, maximum: 1440 }))).toEqual([5, 1440]);
  expect(rangeOf(Type.Array(Type.String(), { minItems: 1, maxItems: 3 }))).toEqual([1, 3]);
  expect(rangeOf(PolicyDocument.properties.exemptions)).toEqual([0, 200]);
});

test('what has no most is given no field', () => {
  expect(() => rangeOf(Type.Integer({ minimum: 0 }))).toThrow('This schema has no bounds.');
});
