import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { gatehouse, serve } from '../../support/gatehouse.ts';
import type { Serving } from '../../support/gatehouse.ts';
import { callServer } from '../../support/httpClient.ts';
import { nth } from '../../support/nth.ts';

/** More by `GATEHOUSE_KILL_ROUNDS=1000`. */
const ROUNDS = Number(process.env['GATEHOUSE_KILL_ROUNDS'] ?? 20);
const PEOPLE = 6;
const PASSWORD = 'correct-horse-battery-staple';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-kill-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function peopleOf(rounds: number): Promise<void> {
  const init = ['init', '--data', dataDir, '--organisation', 'Northwind', '--admin', 'admin'];
  await gatehouse([...init, '--admin-email', 'admin@example.org'], { input: PASSWORD });
  const rows = Array.from(
    { length: rounds * PEOPLE },
    (_, n) => `${nth('user', n)},${nth('user', n)}@example.org,${nth('User ', n)},,,,,`,
  );
  const csv = ['username,email,name,department,role,phone,mobile,manager', ...rows].join('\n');
  const file = join(dataDir, 'people.csv');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, csv);
  const imported = await gatehouse(['import-users', file, '--data', dataDir, '--initial-password-stdin'], {
    input: PASSWORD,
  });
  expect(imported.exitCode).toBe(0);
}

/** One enrolment over the network; tells which user's was acknowledged. A broken connection acknowledges nothing. */
async function enrol(
  server: Serving,
  username: string,
  acknowledged: (username: string) => void,
): Promise<void> {
  try {
    const started = await callServer(server.address, 'signIn.start', { username, password: PASSWORD });
    if (started.body.outcome !== 'signed_in') throw new Error(`${username} was not signed in.`);
    const token = started.body.session.token ?? '';
    const begun = await callServer(server.address, 'me.beginEnrolment', {}, token);
    const { enrolmentId, secret } = begun.body;
    const code = codeAt(secret, timeStep(Date.now()));
    const done = await callServer(server.address, 'me.confirmEnrolment', { enrolmentId, code }, token);
    if (done.status === 200) acknowledged(username);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

/** What the database says of each user: the state, the authenticator, the event and the mail have to agree. */
async function stored(): Promise<
  Map<string, { state: string; authenticators: number; events: number; mails: number }>
> {
  const db = openDatabase({ dataDir });
  try {
    const rows = await db.kysely
      .selectFrom('users')
      .select(({ selectFrom }) => [
        'username',
        'mfa_state as state',
        selectFrom('authenticators')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('user_id', '=', 'users.id')
          .where('status', '=', 'active')
          .as('authenticators'),
        selectFrom('audit_events')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('target_id', '=', 'users.id')
          .where('action', '=', 'mfa.set_up')
          .as('events'),
        selectFrom('outbox')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('user_id', '=', 'users.id')
          .where('kind', '=', 'mfa_set_up')
          .as('mails'),
      ])
      .execute();
    return new Map(
      rows.map(({ username, state, authenticators, events, mails }) => [
        username,
        { state, authenticators: authenticators ?? 0, events: events ?? 0, mails: mails ?? 0 },
      ]),
    );
  } finally {
    await db.close();
  }
}

it(
  `S-20, S-90: kill -9 during enrolments, ${ROUNDS} rounds: what was acknowledged is there, the rest is all or nothing`,
  { timeout: 60_000 + ROUNDS * 15_000 },
  async () => {
    await peopleOf(ROUNDS);
    let inFlight = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await serve(['--data', dataDir]);
      const names = Array.from({ length: PEOPLE }, (_, n) => nth('user', round * PEOPLE + n));
      const acknowledged = new Set<string>();
      const killAfter = 1 + (round % (PEOPLE - 1));
      let killed: Promise<void> | undefined;
      await Promise.all(
        names.map((name) =>
          enrol(server, name, (username) => {
            if (killed) return;
            acknowledged.add(username);
            if (acknowledged.size === killAfter) killed = server.kill();
          }),
        ),
      );
      await killed;
      expect(acknowledged.size).toBe(killAfter);
      inFlight += names.length - killAfter;

      const people = await stored();
      for (const name of names) {
        const found = people.get(name);
        const on = { state: 'on', authenticators: 1, events: 1, mails: 1 };
        const off = { state: 'off', authenticators: 0, events: 0, mails: 0 };
        expect([name, found]).toEqual([name, acknowledged.has(name) || found?.state === 'on' ? on : off]);
      }
    }
    expect(inFlight).toBeGreaterThan(0);
    expect((await gatehouse(['audit', 'verify', '--data', dataDir])).exitCode).toBe(0);
  },
);
