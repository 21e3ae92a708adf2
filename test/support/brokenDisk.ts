import { DatabaseSync, StatementSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';

/** Of every SQLite database that is opened after it: SQLite's own errors, at the write that is chosen and at all after it. */
export interface BrokenDisk {
  /** @param after so many writes go well; beginning and committing a transaction are writes, too */
  breakAfter(writes: number): void;
  /** Mends it. Answers the statements that failed, of a commit the one before it. */
  mend(): string[];
}

const WRITES =
  /^\s*(insert|update|delete|replace|with\b[\s\S]*\b(insert|update|delete)\b|begin immediate|commit)/i;

/** Until the end of the test. */
export function breakableDisk(): BrokenDisk {
  let left = Infinity;
  let failed: string[] = [];
  let last = '';
  const databases = new WeakMap<StatementSync, DatabaseSync>();
  const withFull = new WeakSet<DatabaseSync>();
  const { prepare, exec } = DatabaseSync.prototype;
  const { run, all } = StatementSync.prototype;

  /** A database beside it that has no room: what is written there fails as SQLite fails, and the transaction with it. */
  function attachFull(database: DatabaseSync): void {
    withFull.add(database);
    exec.call(database, "attach ':memory:' as no_room; create table no_room.blobs (blob)");
    exec.call(database, 'pragma no_room.max_page_count = 2');
  }

  function perhapsFail(database: DatabaseSync | undefined, text: string): void {
    if (!database || !WRITES.test(text)) return;
    const what = text === 'commit' ? last : text;
    last = text;
    left -= 1;
    if (left >= 0) return;
    failed.push(what);
    exec.call(database, 'insert into no_room.blobs values (zeroblob(100000))');
  }

  Object.assign(DatabaseSync.prototype, {
    prepare(this: DatabaseSync, text: string) {
      const statement = prepare.call(this, text);
      databases.set(statement, this);
      return statement;
    },
    exec(this: DatabaseSync, text: string) {
      if (text === 'begin immediate' && !withFull.has(this)) attachFull(this);
      perhapsFail(this, text);
      exec.call(this, text);
    },
  });
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: unknown[]) {
      perhapsFail(databases.get(this), this.sourceSQL);
      return Reflect.apply(run, this, values);
    },
    all(this: StatementSync, ...values: unknown[]) {
      perhapsFail(databases.get(this), this.sourceSQL);
      return Reflect.apply(all, this, values);
    },
  });
  onTestFinished(() => {
    Object.assign(DatabaseSync.prototype, { prepare, exec });
    Object.assign(StatementSync.prototype, { run, all });
  });

  return {
    breakAfter(writes) {
      left = writes;
    },
    mend() {
      left = Infinity;
      const found = failed;
      failed = [];
      return found;
    },
  };
}
