import { forge, rechain, tailOf, theirEnd, theirEventMac } from './chain.ts';
import type { Log } from './chain.ts';
import type { EventRow } from '../../../../server/domain/audit/store.ts';

/** A generator whose runs can be repeated. */
export function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

type Dice = ReturnType<typeof createDice>;
type Tampering = (log: Log, dice: Dice) => Log;

const EDITS: readonly ((row: EventRow, dice: Dice) => EventRow)[] = [
  (row, dice) => ({ ...row, at: row.at + 1 + dice(100_000) }),
  (row) => ({ ...row, action: `${row.action}.not` }),
  (row, dice) => ({ ...row, actor_id: `other-${dice(1000)}` }),
  (row) => ({ ...row, actor_id: null, actor_name: null }),
  (row, dice) => ({ ...row, actor_name: `Other ${dice(1000)}` }),
  (row, dice) => ({ ...row, target_id: `other-${dice(1000)}` }),
  (row, dice) => ({ ...row, target_name: `Other ${dice(1000)}` }),
  (row, dice) => ({ ...row, id: `${row.id.slice(0, -4)}x${dice(1000)}` }),
  (row, dice) => ({ ...row, data: JSON.stringify({ number: -1 - dice(1000) }) }),
  (row, dice) => ({ ...row, address: `198.51.100.${dice(200)}` }),
  (row, dice) => ({ ...row, session_id: `other-${dice(1000)}` }),
  (row) => ({ ...row, user_agent: `${row.user_agent ?? ''}.` }),
  (row) => ({ ...row, factors: row.factors === null ? 'password' : null }),
  (row) => ({ ...row, data: ` ${row.data}` }),
  (row) => ({ ...row, data: row.data.replace('{', '{"kind":"first",') }),
  (row) => ({ ...row, data: 'not json' }),
  (row, dice) => ({ ...row, sequence: row.sequence + 1 + dice(3) }),
  (row) => ({ ...row, hash: row.previous_hash }),
  (row) => ({ ...row, previous_hash: row.hash }),
];

function edit(log: Log, dice: Dice): Log {
  const at = dice(log.rows.length);
  const change = EDITS[dice(EDITS.length)] ?? ((row: EventRow) => row);
  return { ...log, rows: log.rows.map((row, index) => (index === at ? change(row, dice) : row)) };
}

function drop(log: Log, dice: Dice): Log {
  const at = dice(log.rows.length);
  return { ...log, rows: log.rows.filter((_, index) => index !== at) };
}

function swap(log: Log, dice: Dice): Log {
  const first = dice(log.rows.length);
  const second = (first + 1 + dice(log.rows.length - 1)) % log.rows.length;
  const rows = [...log.rows];
  const [a, b] = [rows[first], rows[second]];
  if (a && b) [rows[first], rows[second]] = [b, a];
  return { ...log, rows };
}

function insert(log: Log, dice: Dice): Log {
  const at = dice(log.rows.length + 1);
  const copied = log.rows[dice(log.rows.length)];
  return copied ? { ...log, rows: log.rows.toSpliced(at, 0, copied) } : log;
}

function cutTail(log: Log, dice: Dice): Log {
  return { ...log, rows: log.rows.slice(0, -1 - dice(log.rows.length)) };
}

function cutHead(log: Log, dice: Dice): Log {
  return { ...log, rows: log.rows.slice(1 + dice(log.rows.length)) };
}

/** The whole database as it was at an earlier time, with the checkpoints in it and the end that was sealed then. */
function rollBack(log: Log, dice: Dice): Log {
  const rows = log.rows.slice(0, dice(log.rows.length - (log.rows.length % 8)));
  const end = log.ends[rows.length];
  const inside = log.inside.filter(({ count }) => count <= rows.length);
  return end ? { ...log, rows, end, inside } : log;
}

/** The events cut, the end moved to the last one that is left, by a MAC that was another's. */
function cutWithEnd(log: Log, dice: Dice): Log {
  const rows = log.rows.slice(0, dice(log.rows.length));
  const mac = log.ends[dice(log.ends.length)]?.mac ?? null;
  const end = { ...tailOf(rows), checkpoints: log.end.checkpoints, mac };
  const inside = log.inside.filter(({ count }) => count <= rows.length);
  return { ...log, rows, inside, end: mac === log.ends[rows.length]?.mac ? { ...end, mac: null } : end };
}

/** Events of theirs behind the last one, with the end moved. */
function append(log: Log, dice: Dice): Log {
  const added = Array.from({ length: 1 + dice(3) }, () => log.rows[dice(log.rows.length)]);
  const rows = rechain([...log.rows, ...added.filter((row) => row !== undefined)]);
  const sealed = rows.map((row, index) => ({
    ...row,
    mac: log.rows[index]?.mac ?? (dice(2) ? theirEventMac(row.hash) : row.mac),
  }));
  return { ...log, rows: sealed, end: theirEnd(sealed, log.end.checkpoints) };
}

/** Everything made anew, with MACs of theirs and no word of checkpoints. */
function rewrite(log: Log, dice: Dice): Log {
  const rows = rechain(log.rows.slice(dice(3)).map((row) => ({ ...row, actor_name: `Other ${dice(1000)}` })));
  const sealed = rows.map((row) => ({ ...row, mac: dice(2) ? theirEventMac(row.hash) : null }));
  return { ...log, rows: sealed, inside: [], end: theirEnd(sealed, 0) };
}

function dropCheckpoints(log: Log, dice: Dice): Log {
  const kept = log.inside.filter(() => dice(2) === 0);
  return { ...log, inside: kept.length === log.inside.length ? [] : kept };
}

function loseMac(log: Log, dice: Dice): Log {
  const at = dice(log.rows.length);
  const other = log.rows[(at + 1) % log.rows.length]?.mac ?? null;
  const mac = dice(2) ? null : other;
  return { ...log, rows: log.rows.map((row, index) => (index === at ? { ...row, mac } : row)) };
}

function touchCheckpoint(log: Log, dice: Dice): Log {
  const at = dice(log.inside.length);
  const inside = log.inside.map((checkpoint, index) =>
    index === at ? { ...checkpoint, at: checkpoint.at + 1 } : checkpoint,
  );
  return { ...log, inside };
}

/** Chains what they made anew, so that it is a valid chain with a right head. */
const covered =
  (tampering: Tampering): Tampering =>
  (log, dice) => {
    const changed = tampering(log, dice);
    if (changed.rows.some(({ data }) => data === 'not json')) return changed;
    const rows = rechain(changed.rows);
    return { ...changed, rows, end: theirEnd(rows, changed.end.checkpoints) };
  };

/** The same with a checkpoint that they signed themselves in the place of ours. */
const forged =
  (tampering: Tampering): Tampering =>
  (log, dice) => {
    const changed = covered(tampering)(log, dice);
    return { ...changed, inside: [forge(changed.rows, 1)], end: theirEnd(changed.rows, 1) };
  };

export const TAMPERINGS: readonly [string, Tampering][] = [
  ['edit', edit],
  ['drop', drop],
  ['swap', swap],
  ['insert', insert],
  ['cut the tail', cutTail],
  ['cut the head', cutHead],
  ['cut the tail and move the end', cutWithEnd],
  ['append', append],
  ['write all anew', rewrite],
  ['drop checkpoints', dropCheckpoints],
  ['take or swap a MAC', loseMac],
  ['touch a checkpoint', touchCheckpoint],
  ['drop and chain anew', covered(drop)],
  ['swap and chain anew', covered(swap)],
  ['insert and chain anew', covered(insert)],
  ['cut the tail and chain anew', covered(cutTail)],
  ['cut the head and chain anew', covered(cutHead)],
  ['drop, chain anew and sign', forged(drop)],
  ['cut the tail, chain anew and sign', forged(cutTail)],
];

/** What the database alone can't tell: it was like that once. */
export const ROLL_BACK: readonly [string, Tampering] = ['put the whole database back', rollBack];
