/** One thing that was measured, beside the limit of the same run where it has one. */
export interface Line {
  /** What it is, the same in every run: lines of two runs are compared by it. */
  name: string;
  unit: string;
  value: number;
  /** Whether more is better; else less is. */
  more: boolean;
  /** The machine's limit in the same rounds, and the median of the rounds' shares of it. */
  limit?: { name: string; value: number; ratio: number };
  /** What has to hold, of the ratio where there is a limit and else of the value; null where the issue names none. */
  goal?: number;
}

export interface Report {
  at: string;
  machine: string;
  database: string;
  people: number;
  lines: Line[];
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);

/** What a line is judged by: its share of the limit, because other work moves both. */
const judged = ({ value, limit }: Line): number => limit?.ratio ?? value;

export function tableOf({ at, machine, database, people, lines }: Report): string {
  const rows = lines.map((line) => {
    const { name, unit, value, limit, goal, more } = line;
    const holds =
      goal === undefined ? '' : (more ? judged(line) >= goal : judged(line) <= goal) ? 'yes' : 'no';
    return [
      name,
      `${number(value)} ${unit}`,
      limit ? `${number(limit.value)} (${limit.name})` : '',
      limit ? number(limit.ratio) : '',
      goal === undefined ? '' : `${more ? '≥' : '≤'} ${goal}`,
      holds,
    ];
  });
  const head = ['', 'Gatehouse', 'limit of the same run', 'ratio', 'goal', 'holds'];
  const all = [head, head.map(() => '---'), ...rows];
  return [
    `${people.toLocaleString('en')} people on ${database}, ${machine}, ${at}`,
    '',
    ...all.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

/** Lines that got worse by more than noise: ratios by a fifth, figures without a limit by a half. */
export function slowerThan(before: Report, after: Report): string[] {
  const known = new Map(before.lines.map((line) => [line.name, line]));
  return after.lines.flatMap((line) => {
    const old = known.get(line.name);
    if (!old || judged(old) === 0) return [];
    const change = line.more ? judged(old) / judged(line) : judged(line) / judged(old);
    if (change <= (line.limit ? 1.2 : 1.5)) return [];
    return [`${line.name}: ${number(judged(old))} before, ${number(judged(line))} now`];
  });
}
