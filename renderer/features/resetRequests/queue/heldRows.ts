export interface HeldRow<Row> {
  row: Row;
  /** It is no longer among what was asked for, e.g. because a colleague decided it. */
  hasLeft: boolean;
}

export interface Answer<Row> {
  /** What the server says now; undefined while another question loads. */
  rows: readonly Row[] | undefined;
  /** Names the question: another one starts anew. */
  key: string;
  /** How many pages `rows` are. */
  pages: number;
  /** Whether they are everything, so that what isn't among them has left. */
  isWhole: boolean;
}

/** What is on screen: which rows in which order, of which question. */
export interface Held<Row> {
  key: string;
  pages: number;
  rows: readonly Row[];
}

/** Which rows to hold now that the server has answered; those that are held where nothing may move. */
export function nextHeld<Row extends { id: string }>(
  held: Held<Row> | null,
  { rows, key, pages }: Answer<Row>,
): Held<Row> | null {
  if (rows === undefined) return held;
  // Where there are no rows nothing can move: new ones are shown at once.
  const isEmpty = held?.rows.length === 0 && rows.length > 0;
  if (held?.key !== key || isEmpty) return { key, pages, rows };
  // "Show more" was pressed: what came with the page is added below, and nothing above it moves.
  if (pages > held.pages) return { key, pages, rows: [...held.rows, ...newTo(held, rows)] };
  return held;
}

/** The rows of an answer that are not on screen. */
export function newTo<Row extends { id: string }>(
  held: Held<Row> | null,
  rows: readonly Row[] | undefined,
): readonly Row[] {
  const known = new Set(held?.rows.map(({ id }) => id));
  return (rows ?? []).filter(({ id }) => !known.has(id));
}

/** The rows on screen as the server has them now, each in its place. */
export function broughtUpToDate<Row extends { id: string }>(
  held: Held<Row> | null,
  { rows, isWhole }: Answer<Row>,
): HeldRow<Row>[] | undefined {
  const byId = new Map(rows?.map((row) => [row.id, row]));
  return held?.rows.map((row) => ({
    row: byId.get(row.id) ?? row,
    hasLeft: rows !== undefined && isWhole && !byId.has(row.id),
  }));
}
