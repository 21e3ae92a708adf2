import { DatabaseUnavailable, translateError } from './errors.ts';
import { connectToHost } from './postgresConnection.ts';
import type { PostgresConnection, PostgresLimits } from './postgresConnection.ts';
import type { PostgresPlace } from './postgresUrl.ts';

/** Opens a connection to the one of several hosts that takes writes. */
export type ConnectToWriter = () => Promise<PostgresConnection>;

/**
 * Tries the hosts in order, beginning with the one that was right before. Rejects with the fault where there is one host,
 * and else with what each of them answered.
 *
 * @param name by which PostgreSQL knows the connection
 */
export function createConnectToWriter(
  place: PostgresPlace,
  { name, limits }: { name: string; limits: PostgresLimits },
): ConnectToWriter {
  let right = 0;

  async function tryHost(index: number): Promise<PostgresConnection> {
    const { host = '', port = 0 } = place.hosts[index] ?? {};
    const [first, second] = host.startsWith('/') ? ([false] as const) : place.tls;
    try {
      return await connectToHost(place, { host, port, security: first, name, limits });
    } catch (error) {
      if (second === undefined || !isRefusedWay(error)) throw error;
      return connectToHost(place, { host, port, security: second, name, limits });
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
    throw (
      fault ?? new DatabaseUnavailable(`No host of the database takes writes (${said.join('; ')}).`, first)
    );
  };
}

/** The server is there but doesn't want to be spoken to in this way: in the clear, or by TLS. */
function isRefusedWay(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String(Reflect.get(error, 'code') ?? '');
  return code === '28000' || /^ERR_(SSL|TLS)_/.test(code) || /SSL/.test(error.message);
}
