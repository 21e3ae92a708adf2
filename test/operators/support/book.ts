import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { gatehouse } from '../../support/gatehouse.ts';
import { callServer } from '../../support/httpClient.ts';
import type { Cluster } from './cluster.ts';
import { atPace } from './pace.ts';
import type { Pace } from './pace.ts';
import { INIT } from '../../support/initArgs.ts';

const PASSWORD = 'a river of small lanterns';

/** A client that adds people for as long as it runs, and keeps the book of what was acknowledged. */
export interface Book extends Pace {
  acknowledged: ReadonlySet<string>;
  /** Of those, whom a read right after did not find. */
  lostAtOnce: readonly string[];
}

/** Makes the organisation; answers a session of its administrator. */
export async function foundAndSignIn(
  args: string[],
  env: Record<string, string>,
  address: () => Promise<string>,
): Promise<string> {
  const made = await gatehouse([...INIT, ...args], { input: PASSWORD, env });
  if (made.exitCode !== 0) throw new Error(made.stderr);
  const at = await address();
  const started = await callServer(at, 'signIn.start', { username: 'ada', password: PASSWORD });
  if (started.body.outcome !== 'setup_required') throw new Error(JSON.stringify(started.body));
  const { challenge } = started.body;
  const { enrolmentId, secret } = (await callServer(at, 'signIn.beginEnrolment', { challenge })).body;
  const code = codeAt(secret, timeStep(Date.now()));
  const done = await callServer(at, 'signIn.confirmEnrolment', { challenge, enrolmentId, code });
  return done.body.session.token ?? '';
}

export function keepBook(address: string, token: string, prefix: string): Book {
  const acknowledged = new Set<string>();
  const lostAtOnce: string[] = [];
  let number = 0;

  async function one(): Promise<boolean> {
    const username = `${prefix}${(number += 1)}`;
    try {
      const person = { username, name: username, email: `${username}@example.org` };
      const made = await callServer(address, 'users.create', person, token);
      if (made.status !== 200 && made.status !== 201) return false;
      acknowledged.add(username);
      const read = await callServer(address, 'users.get', { id: made.body.id }, token);
      if (read.status === 404) lostAtOnce.push(username);
      return read.status === 200;
    } catch {
      return false;
    }
  }

  return { acknowledged, lostAtOnce, ...atPace(one) };
}

/** What of the book the database does not have, or has twice. */
export async function compare(
  cluster: Pick<Cluster, 'ask'>,
  { acknowledged }: Book,
): Promise<{ lost: string[]; doubled: string[] }> {
  const rows = await cluster.ask<{ username: string; people: string; events: string }>(
    `select username, (select count(*) from users twin where twin.username = users.username) as people,
      (select count(*) from audit_events where target_id = users.id and action = 'user.created') as events from users`,
    'gatehouse',
  );
  const found = new Map(rows.map((row) => [row.username, row]));
  return {
    lost: [...acknowledged].filter((name) => Number(found.get(name)?.events ?? 0) === 0),
    doubled: rows
      .filter(({ people, events }) => Number(people) > 1 || Number(events) > 1)
      .map(({ username }) => username),
  };
}
