import { splitInput } from '../../contract/define.ts';
import type { Problem } from '../../contract/errors.ts';
import { API_BASE, operationOf } from '../../contract/operations.ts';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';

export type HttpAnswer<T> = { status: number; body: T; problem: Problem };

/** Calls a running server over the network, as a program would. Throws where the connection breaks. */
export async function callServer<N extends OperationName>(
  address: string,
  name: N,
  input: InputOf<N>,
  token?: string,
): Promise<HttpAnswer<OutputOf<N>>> {
  const operation = operationOf(name);
  const { path, query, body } = splitInput(operation, input as Record<string, unknown>);
  const url = new URL(API_BASE + path, address);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  const response = await fetch(url, {
    method: operation.method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': operation.textBody ?? 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
  return { status: response.status, body: json as OutputOf<N>, problem: json as Problem };
}
