import type { DatabaseConnection, Driver } from 'kysely';
import { translateError } from './errors.ts';

/** The same driver, with errors translated: `DatabaseUnavailable` where the database is gone or too busy. */
export function guardDriver(driver: Driver): Driver {
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const guarded = new WeakMap<DatabaseConnection, DatabaseConnection>();

  async function translated<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw translateError(error);
    }
  }

  function guard(connection: DatabaseConnection): DatabaseConnection {
    const known = guarded.get(connection);
    if (known) return known;
    const wrapper: DatabaseConnection = {
      executeQuery: (query, options) => translated(() => connection.executeQuery(query, options)),
      streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
    };
    guarded.set(connection, wrapper);
    inner.set(wrapper, connection);
    return wrapper;
  }

  const open = (connection: DatabaseConnection): DatabaseConnection => inner.get(connection) ?? connection;

  return {
    init: (options) => driver.init(options),
    acquireConnection: (options) => translated(async () => guard(await driver.acquireConnection(options))),
    beginTransaction: (connection, settings) =>
      translated(() => driver.beginTransaction(open(connection), settings)),
    commitTransaction: (connection) => translated(() => driver.commitTransaction(open(connection))),
    rollbackTransaction: (connection) => translated(() => driver.rollbackTransaction(open(connection))),
    releaseConnection: (connection, options) => driver.releaseConnection(open(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}
