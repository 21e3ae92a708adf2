import { beforeEach, describe, expect, it } from 'vitest';
import { API_BASE } from '../../../contract/operations.ts';
import { createTestApp, FIXED_MAIL } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const HEADER = 'username,email,name,department,role,phone,mobile,manager';

let test: TestApp;
let token: string;

beforeEach(async () => {
  test = await createTestApp({ config: FIXED_MAIL });
  token = await test.administrator.signIn();
});

const file = (...rows: string[]) => [HEADER, ...rows].join('\r\n');
const send = async (content: string, options: { dryRun?: boolean } = {}) =>
  (await test.call('users.import', { content, ...options }, { token })).body;
const people = async () =>
  (await test.call('users.list', { sort: 'username' }, { token })).body.items.map(({ username }) => username);

describe('an import', () => {
  it('takes good rows: quoted values, a manager further down, and a link for each by mail', async () => {
    const content = file(
      'Jo,jo@example.org,"Jones, ""Jo""",Sales,user,+441632960123,,zed',
      'zed,zed@example.org,Zed Zulu,Sales,,,+447700900123,admin',
    );
    expect(await send(content)).toEqual({ imported: 2, updated: 0, unchanged: 0, skipped: 0, rows: [] });
    const { items } = (await test.call('users.list', { search: 'jones' }, { token })).body;
    const { body } = await test.call('users.get', { id: items[0]?.id ?? '' }, { token });
    expect(body).toMatchObject({
      username: 'jo',
      name: 'Jones, "Jo"',
      department: 'Sales',
      phone: { value: '+441632960123' },
      manager: { username: 'zed' },
      hasPassword: false,
    });
    const imported = (await test.audit()).map(({ action }) => action);
    expect(imported.filter((action) => action === 'user.created')).toHaveLength(2);
    expect(imported.at(-1)).toBe('users.imported');
    expect(await test.services.users.asked.sendDue(test.clock.now())).toBe(true);
    const links = (await test.mails()).filter(({ kind }) => kind === 'set_up_link');
    expect(links.map(({ to }) => to).toSorted()).toEqual(['jo@example.org', 'zed@example.org']);
    expect(new Set(links.map(({ text }) => /#[\w-]+/.exec(text)?.[0])).size).toBe(2);
    expect((await test.services.audit.verify(test.clock.now())).ok).toBe(true);
  });

  it('changes nothing as a dry run, and says the same', async () => {
    const content = file('jo,jo@example.org,Jo,,,,,', 'bad,nowhere,Bad,,,,,');
    const before = await test.audit();
    const dry = await send(content, { dryRun: true });
    const told = { imported: 1, skipped: 1, rows: [{ line: 3 }] };
    expect(dry).toMatchObject(told);
    expect(await people()).toEqual(['admin']);
    expect(await test.audit()).toEqual(before);
    expect(await send(content)).toMatchObject(told);
    expect(await people()).toEqual(['admin', 'jo']);
  });

  it.each([
    [',a@example.org,A,,,,,', /Give a username/],
    ['two words,a@example.org,A,,,,,', /without spaces/],
    ['a,nowhere,A,,,,,', /“nowhere” is not an e-mail address/],
    // S-107
    [
      'zoe,zoe\u200b@fjord.example,Zoe,,,,,',
      /^The e-mail address holds an invisible character after “zoe”\.$/,
    ],
    ['zoe\u200b,zoe@fjord.example,Zoe,,,,,', /^The username holds an invisible character after “zoe”/],
    ['zoe,zoe@fjord.example,Bea\u200b Admin,,,,,', /^The name holds an invisible character after “Bea”\.$/],
    ['zoe,zoe@fjord.example,Alice \u202enimdA,,,,,', /^The name holds a character that turns the direction/],
    ['zoe,zoe@fjord.example,Zoe,\u200b\u200b,,,,', /^The department holds an invisible character at its/],
    ['a,a@example.org,,,,,,', /The name is missing/],
    ['a,a@example.org,A,,boss,,,', /“boss” is not a role/],
    ['a,a@example.org,A,,,01632 960123,,', /must begin with \+/],
    ['a,a@example.org,A,,,,07700,', /The mobile “07700”/],
    ['a,a@example.org,A,,,,,nobody', /The manager “nobody” is neither/],
    ['a,a@example.org,A,,,,,a', /their own manager/],
    ['a,a@example.org,A,,', /5 values, the header has 8/],
    ['a,a@example.org,A\uFFFD,,,,,', /Save the file as UTF-8/],
    ['a,a@example.org,"A,,,,,', /never closed/],
    ['a,a@example.org,A "B" C,,,,,', /quotation mark/i],
  ])('refuses the row %s with a sentence and its line', async (row, sentence) => {
    const result = await send(`${file('jo,jo@example.org,"Jo\r\nJones",,,,,', '', row)}\r\n`);
    // The first person's name takes two lines, which no name may, and an empty line follows.
    expect(result.rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(result.rows[1]?.problem).toMatch(sentence);
  });

  it('says everything that is wrong with a row', async () => {
    const { rows } = await send(file('two words,nowhere,,,,12,,'));
    expect(rows[0]?.problem.split('. ').length).toBeGreaterThanOrEqual(4);
  });

  it('finds usernames that stand twice; whose manager cannot be imported goes in without one', async () => {
    const { rows, imported } = await send(
      file(
        'jo,jo@example.org,Jo,,,,,bad',
        'JO,jo2@example.org,Jo,,,,,',
        'ann,ann@example.org,Ann,,,,,jo',
        'bad,nowhere,Bad,,,,,',
        'fine,fine@example.org,Fine,,,,,',
      ),
    );
    expect(imported).toBe(3);
    expect(rows).toMatchObject([
      {
        line: 2,
        problem: 'The manager “bad” in line 5 can’t be imported, so this person is imported without one.',
        imported: true,
      },
      { line: 3, problem: 'The username “jo” is already in line 2.' },
      { line: 5, problem: '“nowhere” is not an e-mail address.' },
    ]);
    expect(await people()).toEqual(['admin', 'ann', 'fine', 'jo']);
  });

  it.each([
    ['', /empty/],
    ['name;username\r\na;b', /lacks email/],
    ['username,name\r\n', /lacks email/],
    [`${HEADER},email\r\n`, /twice/],
  ])('refuses a file that begins with %j', async (content, sentence) => {
    const refused = await test.call('users.import', { content }, { token });
    expect(refused.status).toBe(400);
    expect(refused.problem.detail).toMatch(sentence);
  });

  it('reads files with a byte order mark, with LF, and with other orders of columns', async () => {
    const content = '\uFEFFName,EMAIL,username\nJo,jo@example.org,jo\nAnn,ann@example.org,ann';
    expect(await send(content)).toMatchObject({ imported: 2, skipped: 0 });
  });

  it('gives staff roles after a step-up only, and tells administrators and officers', async () => {
    const content = file('jo,jo@example.org,Jo,,Help desk;auditor,,,', 'ann,ann@example.org,Ann,,user,,,');
    const refused = await test.call('users.import', { content }, { token });
    expect([refused.status, refused.problem.code]).toEqual([403, 'step_up_required']);
    expect(await people()).toEqual(['admin']);
    expect(await send(content, { dryRun: true })).toMatchObject({ imported: 2 });

    token = await test.administrator.signIn({ stepUp: true });
    expect(await send(content)).toMatchObject({ imported: 2 });
    const staff = await test.call('users.list', { role: 'help_desk' }, { token });
    expect(staff.body.items.map(({ roles }) => roles)).toEqual([['user', 'auditor', 'help_desk']]);
    const told = (await test.mails()).filter(({ kind }) => kind === 'role_granted');
    expect(told.map(({ to }) => to)).toEqual(['admin@example.org', 'admin@example.org']);
  });

  it('takes each username once, whoever imports it at the same time', async () => {
    const content = file('jo,jo@example.org,Jo,,,,,', 'ann,ann@example.org,Ann,,,,,');
    const results = await Promise.all([send(content), send(content), send(content)]);
    // Whoever comes later finds them there, as the file has them, or taken meanwhile.
    expect(results.map(({ imported }) => imported).toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    expect(results.every(({ updated }) => updated === 0)).toBe(true);
    expect(await people()).toEqual(['admin', 'ann', 'jo']);
  });
});

describe('issue 8.12: a CSV by API', () => {
  const content = file('zoe,zoe@example.org,Zoë Ångström,,,,,');
  const littleEndian = Buffer.from(`\uFEFF${content}`, 'utf16le');
  const post = async (payload: Buffer) => {
    const response = await test.app.inject({
      method: 'POST',
      url: `${API_BASE}/users/import`,
      headers: { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      payload,
    });
    return response.json<{ imported?: number; detail?: string }>();
  };

  it.each([
    ['UTF-8', Buffer.from(content)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${content}`)],
    ['UTF-16, little end first', littleEndian],
    ['UTF-16, big end first', Buffer.from(littleEndian).swap16()],
  ])('is read in %s', async (_encoding, payload) => {
    expect(await post(payload)).toMatchObject({ imported: 1 });
    const { items } = (await test.call('users.list', { search: 'zoe' }, { token })).body;
    expect(items[0]?.name).toBe('Zoë Ångström');
  });

  it('in UTF-16 without its mark, or a workbook, is refused with what to do', async () => {
    const refused = { detail: 'This isn’t a CSV. Save the list as CSV, in UTF-8.' };
    expect(await post(littleEndian.subarray(2))).toMatchObject(refused);
    expect(await post(Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff]))).toMatchObject(refused);
  });
});

describe('issue 8.E17: phone numbers as people of a country write them', () => {
  const rows = [
    '07700 900123',
    '(020) 7946 0958',
    '+44 (0)20 7946 0958',
    '0044 20 7946 0958',
    '+441632960123',
  ];
  const written = file(
    ...rows.map((phone, index) => `p${index},p${index}@example.org,P ${index},,,${phone},,`),
  );
  const E164 = ['+447700900123', '+442079460958', '+442079460958', '+442079460958', '+441632960123'];
  const phones = async () => {
    const { items } = (await test.call('users.list', { search: 'p', sort: 'username' }, { token })).body;
    const made = items.filter(({ username }) => /^p\d$/.test(username));
    const details = await Promise.all(made.map(({ id }) => test.call('users.get', { id }, { token })));
    return details.map(({ body }) => body.phone.value);
  };

  it('are kept as E.164 where the import says which', async () => {
    const { body } = await test.call('users.import', { content: written, country: 'GB' }, { token });
    expect(body).toMatchObject({ imported: 5, rows: [] });
    expect(await phones()).toEqual(E164);
  });

  it('and where the organisation says it', async () => {
    const settings = await test.call('settings.update', { country: 'GB' }, { token });
    expect(settings.status).toBe(204);
    expect((await test.call('me.get', {}, { token })).body.organisation.country).toBe('GB');
    expect(await send(written)).toMatchObject({ imported: 5, rows: [] });
    expect(await phones()).toEqual(E164);
  });

  it('need + and the country code where nobody said it, and the row says so', async () => {
    const { imported, rows: bad } = await send(written, { dryRun: true });
    expect([imported, bad.map(({ line }) => line)]).toEqual([3, [2, 3]]);
    expect(bad[0]?.problem).toBe(
      'The phone “07700 900123” must begin with + and the country code, e.g. +441632960123, or say which country the numbers are of.',
    );
  });

  it('that can be none of that country are told with its name, and so is a country that is none', async () => {
    const content = file('a,a@example.org,A,,,12,020 7946 0958 ext. 12,');
    const { body } = await test.call('users.import', { content, country: 'GB' }, { token });
    expect(body.rows[0]?.problem).toMatch(
      /The phone “12” is not a number in United Kingdom.* The mobile “020 7946 0958 ext. 12”/,
    );
    const odd = await test.call('settings.update', { country: 'QQ' }, { token });
    expect([odd.status, Object.keys(odd.problem.fields ?? {})]).toEqual([400, ['country']]);
  });
});
