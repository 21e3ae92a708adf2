import { forge, headOf, rechain } from './chain.ts';
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

/** Before another event: behind the last checkpoint the chain alone can't tell a false event from a true one. */
function insert(log: Log, dice: Dice): Log {
  const at = dice(log.rows.length);
  const copied = log.rows[(at + 1 + dice(log.rows.length - 1)) % log.rows.length];
  return { ...log, rows: log.rows.flatMap((row, index) => (index === at && copied ? [copied, row] : [row])) };
}

function cutTail(log: Log, dice: Dice): Log {
  return { ...log, rows: log.rows.slice(0, -1 - dice(log.rows.length)) };
}

function cutHead(log: Log, dice: Dice): Log {
  return { ...log, rows: log.rows.slice(1 + dice(log.rows.length)) };
}

/** The whole database as it was at an earlier time, with the checkpoints in it. */
function rollBack(log: Log, dice: Dice): Log {
  const rows = log.rows.slice(0, dice(log.rows.length));
  const inside = log.inside.filter(({ count }) => count <= rows.length);
  return { ...log, rows, head: headOf(rows), inside };
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
    return { ...changed, rows, head: headOf(rows) };
  };

/** The same with a checkpoint that they signed themselves in the place of ours. */
const forged =
  (tampering: Tampering): Tampering =>
  (log, dice) => {
    const changed = covered(tampering)(log, dice);
    return { ...changed, inside: [forge(changed.rows)] };
  };

export const TAMPERINGS: readonly [string, Tampering][] = [
  ['edit', edit],
  ['drop', drop],
  ['swap', swap],
  ['insert', insert],
  ['cut the tail', cutTail],
  ['cut the head', cutHead],
  ['roll back', rollBack],
  ['touch a checkpoint', touchCheckpoint],
  ['drop and chain anew', covered(drop)],
  ['swap and chain anew', covered(swap)],
  ['insert and chain anew', covered(insert)],
  ['cut the tail and chain anew', covered(cutTail)],
  ['cut the head and chain anew', covered(cutHead)],
  ['drop, chain anew and sign', forged(drop)],
  ['cut the tail, chain anew and sign', forged(cutTail)],
];
