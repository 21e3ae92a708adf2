/** A file as a personnel department exports it: 200 rows, some of them bad. */
export interface PeopleFile {
  content: string;
  good: number;
  /** By line of the file: what the console has to say about it. */
  bad: ReadonlyMap<number, RegExp>;
  /** Whose manager is in a bad row. */
  without: { line: number; problem: RegExp };
  /** The first row that is good. */
  first: { username: string; email: string; name: string };
}

const ROWS = 200;
const NAMES = [
  'Zoë Ørsted',
  '"Okafor, Ada"',
  '"Lee ""Sam"" Samuel"',
  '李小龙',
  'Anaïs D’Arcy',
  "Seán O'Neill",
];

/** @param prefix of usernames, so that every file has its own people */
export function peopleFile(prefix: string): PeopleFile {
  const rows = Array.from({ length: ROWS }, (_, index) => goodRow(prefix, index));
  const bad = new Map<number, RegExp>();
  // The header is line 1.
  const spoil = (row: number, change: Partial<Row>, problem: RegExp) => {
    Object.assign(rows[row] ?? {}, change);
    bad.set(row + 2, problem);
  };
  spoil(11, { username: `${prefix}3` }, /is already in line 5/);
  spoil(20, { phone: '07700 900123' }, /must begin with \+ and the country code/);
  spoil(33, { manager: 'nobody.here' }, /neither a user here nor in this file/);
  spoil(47, { role: 'superuser' }, /“superuser” is not a role/);
  spoil(58, { email: '' }, /e-mail address is missing/);
  spoil(63, { email: 'not an address' }, /is not an e-mail address/);
  spoil(120, { mobile: '+44123,one too many' }, /has 9 values/);
  spoil(199, { name: '' }, /name is missing/);
  Object.assign(rows[90] ?? {}, { manager: `${prefix}20` });
  const lines = [HEADER, ...rows.map((row) => COLUMNS.map((column) => row[column]).join(','))];
  // As a spreadsheet saves it: with a byte order mark and Windows' line ends.
  const content = `\uFEFF${lines.join('\r\n')}\r\n`;
  const { username = '', email = '', name = '' } = rows[0] ?? {};
  const without = { line: 92, problem: /line 22 can’t be imported, so this person is imported without one/ };
  return { content, good: ROWS - bad.size, bad, without, first: { username, email, name } };
}

const COLUMNS = ['username', 'email', 'name', 'department', 'role', 'phone', 'mobile', 'manager'] as const;
const HEADER = COLUMNS.join(',');
type Row = Record<(typeof COLUMNS)[number], string>;

function goodRow(prefix: string, index: number): Row {
  const username = `${prefix}${index}`;
  return {
    username,
    email: `${username}@northwind.example`,
    name: NAMES[index % NAMES.length] ?? '',
    department: index % 3 === 0 ? '"Wards, north"' : 'Pharmacy',
    role: index === 5 ? 'help_desk;auditor' : '',
    phone: `+441632${960_000 + index}`,
    mobile: index % 2 === 0 ? `+447700${900_000 + index}` : '',
    // Also someone further down.
    manager: index > 0 && index < 100 ? `${prefix}150` : '',
  };
}
