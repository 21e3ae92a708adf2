import { DatabaseUnavailable, translateError } from './errors.ts';
import { connectToHost } from './postgresConnection.ts';
import type { PostgresConnection, PostgresLimits, Wanted } from './postgresConnection.ts';
import type { PostgresPlace } from './postgresUrl.ts';

/** Opens a connection to the one of several hosts that is what is wanted. */
export type Connect = () => Promise<PostgresConnection>;

/**
 * Tries the hosts in order, beginning with the one that was right before. Rejects with the fault where there is one host,
 * and else with what each of them answered.
 *
 * @param name by which PostgreSQL knows the connection
 * @param wants the one that takes writes, unless told
 */
export function createConnect(
  place: PostgresPlace,
  { name, limits, wants = 'writer' }: { name: string; limits: PostgresLimits; wants?: Wanted },
): Connect {
  let right = 0;

  async function tryHost(index: number): Promise<PostgresConnection> {
    const { host = '', port = 0 } = place.hosts[index] ?? {};
    const [first, second] = host.startsWith('/') ? ([false] as const) : place.tls;
    try {
      return await connectToHost(place, { host, port, security: first, name, limits, wants });
    } catch (error) {
      if (second === undefined || !isRefusedWay(error)) throw error;
      return connectToHost(place, { host, port, security: second, name, limits, wants });
    }
  }

  return async () => {
    const problems: unknown[] = [];
    const said: string[] = [];
    for (let tried = 0; tried < place.hosts.length; tried += 1) {
      const index = (right + tried) % place.hosts.length;
      try {
        const connection = await tryHost(index);
        right = index;
        return connection;
      } catch (error) {
        problems.push(translateError(error));
        said.push(`${place.hosts[index]?.host}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const [first] = problems;
    if (problems.length === 1) throw first;
    const fault = problems.find((problem) => !(problem instanceof DatabaseUnavailable));
    const all = said.join('; ');
    throw (
      fault ??
      new DatabaseUnavailable(
        wants === 'writer'
          ? `No host of the database takes writes (${all}).`
          : `No host of the replica is a standby (${all}).`,
        first,
      )
    );
  };
}

/** The server is there but doesn't want to be spoken to in this way: in the clear, or by TLS. */
function isRefusedWay(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String(Reflect.get(error, 'code') ?? '');
  return code === '28000' || /^ERR_(SSL|TLS)_/.test(code) || /SSL/.test(error.message);
}
