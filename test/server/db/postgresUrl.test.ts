import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import { readPostgresUrl } from '../../../server/db/postgresUrl.ts';
import { WrongValue } from '../../../server/config/wrongValue.ts';
import { forEachDatabase } from '../../support/databases.ts';

const read = (url: string, env: NodeJS.ProcessEnv = {}) => readPostgresUrl(url, env);

describe('10.C7 the address of a PostgreSQL database', () => {
  it.each([
    ['postgres://db.example/gatehouse', [['db.example', 5432]]],
    ['postgresql://u:p@db.example:6432/gatehouse', [['db.example', 6432]]],
    [
      'postgres://u:p@a:5433,b,[2001:db8::1]:5434/x?target_session_attrs=read-write',
      [
        ['a', 5433],
        ['b', 5432],
        ['2001:db8::1', 5434],
      ],
    ],
    ['postgres:///x?host=/var/run/postgresql', [['/var/run/postgresql', 5432]]],
    ['postgres://u@%2Fvar%2Frun%2Fpostgresql/x', [['/var/run/postgresql', 5432]]],
    [
      'postgres://u@/x?host=a,b&port=1,2',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
  ])('%s leads to %j', (url, hosts) => {
    expect(read(url).hosts.map(({ host, port }) => [host, port])).toEqual(hosts);
  });

  it('takes a password of any characters that are percent-encoded', () => {
    const { user, password, database } = read('postgres://o%40x:a%40b%2Fc%3Ad:e%25@h/d%20b');
    expect([user, password, database]).toEqual(['o@x', 'a@b/c:d:e%', 'd b']);
  });

  it.each([
    'postgres://u:s3cr3t@x@h/d',
    'postgres://u:s3cr3t/x@h/d',
    'postgres://u:s3cr3t?x@h/d',
    'postgres://u:s3cr3t%x@h/d',
    'postgres://u:s3cr3t x@h/d',
    'postgres://u:s3cr3t%ff@h/d',
  ])('%s: a password that is not percent-encoded is told so, and not shown', (url) => {
    expect(() => read(url)).toThrow(WrongValue);
    expect(() => read(url)).toThrow(/address of the database.* percent-encoded: write @ as %40/);
    expect(() => read(url)).not.toThrow(/s3cr3t/);
  });

  it.each([
    ['mysql://h/d', 'begin with postgres://'],
    ['localhost', 'begin with postgres://'],
    ['postgres://h:port/d', 'host and port can’t be read'],
    ['postgres://h:65536/d', '1 to 65535'],
    ['postgres://h/d?sslmod=require', '“sslmod” is unknown'],
    ['postgres://h/d?sslmode=on', 'sslmode is not known'],
    ['postgres://h/d?target_session_attrs=standby', 'takes no writes'],
    ['postgres://h/d?target_session_attrs=best', 'is not known'],
    ['postgres://h/d?connect_timeout=soon', 'connect_timeout'],
    ['postgres://h/d?sslmode=verify-full&sslrootcert=/nowhere.pem', '/nowhere.pem'],
    ['postgres://h/d?sslmode=verify-ca&sslrootcert=system', 'sslmode=verify-full'],
  ])('%s is refused with what is wrong: %s', (url, sentence) => {
    expect(() => read(url)).toThrow(sentence);
  });

  it('means by sslmode and sslrootcert what libpq means', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'ca.pem');
    writeFileSync(file, 'an authority');
    vi.stubEnv('HOME', folder);
    const tls = (query: string) => read(`postgres://h/d?${query}`).tls;
    const unchecked = { rejectUnauthorized: false };
    const chain = { ca: 'an authority', checkServerIdentity: expect.any(Function) as unknown };
    expect(tls('')).toEqual([unchecked, false]);
    expect(tls('sslmode=disable')).toEqual([false]);
    expect(tls('sslmode=allow')).toEqual([false, unchecked]);
    expect(tls('sslmode=prefer')).toEqual([unchecked, false]);
    expect(tls('sslmode=require')).toEqual([unchecked]);
    expect(tls(`sslmode=require&sslrootcert=${file}`)).toEqual([chain]);
    expect(tls(`sslmode=verify-ca&sslrootcert=${file}`)).toEqual([chain]);
    expect(tls(`sslmode=verify-full&sslrootcert=${file}`)).toEqual([{ ca: 'an authority' }]);
    // Node's own list isn't the system's.
    const ca = expect.arrayContaining(getCACertificates('system'));
    expect(tls('sslmode=verify-full&sslrootcert=system')).toEqual([{ ca }]);
    expect(tls('sslmode=verify-full')).toEqual([{ ca }]);
    expect(read('postgres://h/d', { PGSSLMODE: 'disable' }).tls).toEqual([false]);
  });
});

forEachDatabase(
  (open) => {
    it('10.C7 of several hosts the one that takes writes is found, without a warning', async () => {
      const warned = vi.spyOn(process, 'emitWarning');
      const { url } = await open('empty');
      const several = (url ?? '').replace(/@[^/]+/, `@127.0.0.1:1,${new URL(url ?? '').host}`);
      const db = openDatabase({ url: `${several}?target_session_attrs=read-write&sslmode=prefer` });
      onTestFinished(() => db.close());
      const { rows } = await sql<{ n: number }>`select 1 as n`.execute(db.kysely);
      expect([rows, warned.mock.calls]).toEqual([[{ n: 1 }], []]);
    });
  },
  ['PostgreSQL'],
);
