import { describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';
import type { LoopTurns } from '../../../server/db/loopTurns.ts';
import type { Executor } from '../../../server/db/sqliteStatements.ts';
import { createWriter } from '../../../server/db/sqliteWriter.ts';

/** A loop that always has time. */
const loop: LoopTurns = { isOver: () => false, next: () => Promise.resolve() };

interface Recorder extends Executor {
  statements: string[];
}

/** Follows the transaction as SQLite would; `fails` says which statement throws. */
function recorder(fails: (statement: string) => boolean = () => false): Recorder {
  let inTransaction = false;
  const statements: string[] = [];
  return {
    statements,
    exec(statement) {
      statements.push(statement);
      if (fails(statement)) throw new Error(`${statement} failed`);
      if (statement === 'begin immediate') inTransaction = true;
      if (statement === 'commit' || statement === 'rollback') inTransaction = false;
    },
    run: () => ({ rows: [] }),
    inTransaction: () => inTransaction,
    lostBy: () => undefined,
    close: () => undefined,
  };
}

function count(executor: Recorder, statement: string): number {
  return executor.statements.filter((other) => other === statement).length;
}

describe('shared commits', () => {
  test('transactions of one round of the event loop share one, each in its own savepoint', async () => {
    const executor = recorder();
    const writer = createWriter(executor, { patience: 1_000, loop });
    await Promise.all(Array.from({ length: 10 }, () => writer.whole(() => undefined)));
    expect(count(executor, 'savepoint member')).toBe(10);
    expect(count(executor, 'commit')).toBe(1);
    await writer.whole(() => undefined);
    expect(count(executor, 'commit')).toBe(2);
  });

  test('nobody hears of success before the commit', async () => {
    const executor = recorder();
    const writer = createWriter(executor, { patience: 1_000, loop });
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        await writer.whole(() => undefined);
        expect(executor.statements).toContain('commit');
      }),
    );
  });

  test('a commit that fails is a failure for everyone in it, and the next one works (CVE-2026-35597)', async () => {
    let full = true;
    const executor = recorder((statement) => statement === 'commit' && full);
    const writer = createWriter(executor, { patience: 1_000, loop });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => writer.whole(() => undefined)));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: expect.any(DatabaseUnavailable) as unknown,
      });
    }
    expect(executor.statements.at(-1)).toBe('rollback');
    full = false;
    await writer.whole(() => undefined);
    expect(executor.statements.at(-1)).toBe('commit');
  });

  test('a refused member leaves the others alone', async () => {
    const executor = recorder();
    const writer = createWriter(executor, { patience: 1_000, loop });
    const refusal = new Error('refused');
    const outcomes = await Promise.allSettled([
      writer.whole(() => 1),
      writer.whole(() => {
        throw refusal;
      }),
      writer.whole(() => 3),
    ]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: refusal },
      { status: 'fulfilled', value: 3 },
    ]);
    expect(count(executor, 'rollback to member; release member')).toBe(1);
  });

  test('a large group does not wait for more', async () => {
    const executor = recorder();
    const writer = createWriter(executor, { patience: 1_000, loop });
    await Promise.all(Array.from({ length: 200 }, () => writer.whole(() => undefined)));
    expect(count(executor, 'commit')).toBe(4);
  });
});

describe('turns', () => {
  test('who waits too long is told that the database is unavailable', async () => {
    const writer = createWriter(recorder(), { patience: 20, loop });
    await writer.begin();
    await expect(writer.begin()).rejects.toThrow(DatabaseUnavailable);
    await writer.commit();
    await writer.begin();
    await writer.rollback();
  });

  test('a begin that fails hands the turn on', async () => {
    let broken = true;
    const writer = createWriter(
      recorder((statement) => statement === 'begin immediate' && broken),
      { patience: 1_000, loop },
    );
    await expect(writer.begin()).rejects.toThrow('begin immediate failed');
    broken = false;
    await writer.whole(() => undefined);
  });

  test('closing commits what was done and refuses the rest', async () => {
    const executor = recorder();
    const writer = createWriter(executor, { patience: 1_000, loop });
    await writer.begin();
    const waiting = writer.begin();
    const done = writer.commit();
    const late = waiting.then(() => writer.rollback());
    writer.close();
    await Promise.all([done, late]);
    await expect(writer.begin()).rejects.toThrow('closed');
  });
});
