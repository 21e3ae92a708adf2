import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Role } from '../../../contract/permissions.ts';
import { gatehouse, serve } from '../../support/gatehouse.ts';
import { startMailServer, type MailServer } from '../../support/mailServer.ts';
import type { Authenticator } from './authenticator.ts';

export const ORGANISATION = 'Northwind Clinics';
export const PASSWORD = 'quiet harbour 1974 lantern';

export interface Person {
  username: string;
  name: string;
  email: string;
  password: string;
  phone: string;
  /** Once they have set up. */
  authenticator?: Authenticator;
}

type Kind = Exclude<Role, 'auditor'>;

/** An organisation of its own: a server as its operator runs it, its people, and a mail server that takes its mail. */
export interface World {
  address: string;
  /** The server's process. */
  pid: number;
  mail: MailServer;
  /** Made by `gatehouse init`: administrator and security officer. */
  founder: Person;
  /** Somebody who was never here before: has a password and no authenticator. The next `user` is the manager of the one before. */
  newcomer(role?: Kind): Person;
  /** What the server has said so far. */
  printed(): string;
  close(): Promise<void>;
}

/** For servers that tests ask more often than people would. */
export const PATIENT = { GATEHOUSE_ADDRESS_LIMIT: '100000' };

/** Founded a month ago: roles and numbers are old enough to count as evidence (docs/decisions/0011). */
const FOUNDED = { NODE_OPTIONS: `--import=${new URL('aMonthAgo.ts', import.meta.url).href}` };

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'gatehouse-e2e-'));

/** @param people whether anybody but the founder is there */
export async function createWorld({ people = true } = {}): Promise<World> {
  const data = temporaryFolder();
  const mail = await startMailServer();
  const founder = personOf('founder', 0);
  await run([
    'init',
    '--organisation',
    ORGANISATION,
    '--admin',
    founder.username,
    '--admin-email',
    founder.email,
  ]);
  const everyone = Object.entries(POOL).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({ kind: kind as Kind, ...personOf(kind, index + 1) })),
  );
  const csv = join(data, 'people.csv');
  const rows = everyone.map(({ username, email, name, kind, phone }, index) => {
    const next = everyone[index + 1];
    const manager = kind === 'user' && next?.kind === 'user' ? next.username : '';
    return [username, email, name, 'Surgery', kind, phone, '', manager];
  });
  writeFileSync(csv, [HEADER, ...rows].map((row) => `${String(row)}\n`).join(''));
  if (people) await run(['import-users', csv, '--initial-password-stdin']);
  const server = await serve(['--data', data], {
    ...PATIENT,
    GATEHOUSE_SMTP_URL: mail.url,
    GATEHOUSE_MAIL_FROM: 'gatehouse@northwind.example',
  });

  async function run(args: string[]) {
    const done = await gatehouse([...args, '--data', data], { input: `${PASSWORD}\n`, env: FOUNDED });
    expect(done.exitCode, `${args[0] ?? ''}: ${done.stdout}${done.stderr}`).toBe(0);
  }

  return {
    address: server.address,
    pid: server.pid,
    mail,
    founder,
    newcomer(role = 'user') {
      const index = everyone.findIndex(({ kind }) => kind === role);
      const [person] = everyone.splice(index, index < 0 ? 0 : 1);
      if (!person) throw new Error(`Nobody is left with the role ${role}: import more of them.`);
      return person;
    },
    printed: () => server.printed(),
    async close() {
      expect(await server.stop(), server.printed()).toBe(0);
      await mail.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Enough for one worker that runs every journey: which tests share a world is chance. */
const POOL: Record<Kind, number> = { user: 200, help_desk: 60, security_officer: 60, administrator: 40 };
const HEADER = 'username,email,name,department,role,phone,mobile,manager';
const SURNAMES = ['Ade', 'Berg', 'Castro', 'Dufour', 'Eze', 'Farouk', 'Grimm', 'Hale', 'Ito', 'Jansen'];

function personOf(kind: string, index: number): Person {
  // Of one length: no name is a part of another.
  const number = String(index).padStart(3, '0');
  const username = `${kind.replaceAll('_', '-')}${number}`;
  const called = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('_', ' ')}`;
  return {
    username,
    name: `${called} ${SURNAMES[index % 10] ?? ''} ${number}`,
    email: `${username}@northwind.example`,
    password: PASSWORD,
    phone: `+4416329${String(60_000 + index)}`,
  };
}
