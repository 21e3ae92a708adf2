import type { Result } from '../../../contract/errors.ts';
import { operationOf, operations, type OperationName } from '../../../contract/operations.ts';
import type { Connection } from './connection.ts';

export interface ApiCallDeps {
  connection: Pick<Connection, 'call' | 'profile'>;
  setupToken: () => string | undefined;
  /** Ends the session on this side, whatever the server says. */
  forgetToken: () => void;
  learn: (answer: unknown) => void;
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);

/** Answers `call` of the page: adds what only main knows, passes it on, keeps what only main should. */
export function createApiCalls({ connection, setupToken, forgetToken, learn }: ApiCallDeps) {
  return async (name: string, input: Record<string, unknown>): Promise<Result<unknown>> => {
    if (!isOperation(name)) throw new TypeError(`no operation ${name}`);
    const result = await connection.call(operationOf(name), withSetupToken(name, input));
    // A person who signs out is out, even where the server can't be reached to be told.
    if (name === 'signIn.signOut') forgetToken();
    if (result.ok) learn(result.data);
    return result;
  };

  // SECURITY: the token comes from main, never from the page; a server elsewhere printed its own for a person to type (S-64).
  function withSetupToken(name: OperationName, input: Record<string, unknown>) {
    const asksForToken = name === 'setup.createOrganisation' || name === 'setup.openSample';
    const token = setupToken();
    return asksForToken && token !== undefined ? { ...input, token } : input;
  }
}
