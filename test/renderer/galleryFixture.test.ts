import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { OPERATION_NAMES, operationOf, type OperationName } from '../../contract/operations.ts';
import type { Fixture } from '../../renderer/gallery/fixture/fixture.ts';

const folder = join(import.meta.dirname, '..', '..', 'renderer', 'gallery', 'fixture');
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Fixture;
const isOperation = (name: string): name is OperationName => OPERATION_NAMES.some((one) => one === name);

describe.each(['full.en', 'full.de', 'empty.en', 'empty.de'])(
  'what the gallery’s screens are answered (%s)',
  (name) => {
    const { answers } = read(name);

    it.each([...new Set(answers.map(({ operation }) => operation))])(
      'fits the contract of %s (else: npm run gallery -- record)',
      (operation) => {
        const schema = isOperation(operation) ? operationOf(operation).response : undefined;
        if (!schema) throw new Error(`Nothing is called ${operation} any more.`);
        const misfits = answers
          .filter((one) => one.operation === operation)
          .flatMap(({ answer }) => [...Value.Errors(schema, answer)])
          .map(({ instancePath, message }) => `${instancePath} ${message}`);
        expect(misfits).toEqual([]);
      },
    );

    it('holds no secret and nobody’s choice of a language', () => {
      const text = JSON.stringify(answers);
      // That a system has one is no secret, nor at which address one is given.
      expect(text).not.toMatch(/"(token|secret|password)":"(?!(set|none)"|https?:)/);
      expect(text).not.toContain('otpauth:');
      expect(answers.find(({ operation }) => operation === 'me.get')?.answer).toMatchObject({
        language: null,
      });
    });
  },
);
