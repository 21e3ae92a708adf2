import { Compile } from 'typebox/compile';
import type { Validator } from 'typebox/compile';
import { OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import type { OperationName } from '../../../contract/operations.ts';
import { KeptForSecond } from '../../../contract/schemas.ts';

/** By operation and status what is answered where all went well; null is nothing, or a download. */
const SUCCESSES = new Map<OperationName, Map<number, Validator | null>>();

/** The statuses of an operation's successes by the contract, each with what its body has to be. */
export function successesOf(name: OperationName): Map<number, Validator | null> {
  if (SUCCESSES.size === 0) for (const each of OPERATION_NAMES) SUCCESSES.set(each, compiled(each));
  return SUCCESSES.get(name) ?? new Map();
}

function compiled(name: OperationName): Map<number, Validator | null> {
  const { response, download, status, mayWait } = operationOf(name);
  const usual = status ?? (response || download ? 200 : 204);
  return new Map([
    [usual, response ? Compile(response) : null],
    ...(mayWait ? ([[202, Compile(KeptForSecond)]] as const) : []),
  ]);
}
