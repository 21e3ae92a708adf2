import { beforeEach, describe, expect, it } from 'vitest';
import { API_BASE } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

let test: TestApp;
let token: string;

beforeEach(async () => {
  test = await createTestApp();
  token = await test.administrator.signIn();
});

interface Options {
  dryRun?: boolean;
  mapping?: string;
  leaveOutBadValues?: boolean;
  invite?: boolean;
  country?: string;
}
const send = (content: string, options: Options = {}) =>
  test.call('users.import', { content, ...options }, { token });
const lines = (...rows: string[]) => rows.join('\r\n');
const fieldsOf = async (content: string, mapping?: string) => {
  const { body } = await send(content, { dryRun: true, ...(mapping === undefined ? {} : { mapping }) });
  return Object.fromEntries((body.columns ?? []).map(({ header, field }) => [header, field]));
};
const detailOf = async (username: string) => {
  const { items } = (await test.call('users.list', { search: username }, { token })).body;
  return (await test.call('users.get', { id: items[0]?.id ?? '' }, { token })).body;
};

describe('15.3 the HR system’s file', () => {
  const hr = lines(
    'Benutzername;Vorname;Nachname;E-Mail;Abteilung;Telefon;Handy;Vorgesetzter;Kostenstelle',
    'j.groß;Jürgen;Groß;juergen.gross@example.org;Vertrieb;030 901820;0151 23456789;ada@example.org;4711',
    'ada;Ada;Öztürk;ada@example.org;VERTRIEB;;;;4712',
    ';;;;;;;;',
    'l.meyer;Lena;Meyer;lena.meyer@example.org;Einkauf;;;Groß, Jürgen;4713',
  );

  it('goes in at the first try: semicolons, windows-1252, its own headers, local phones, managers by e-mail and name', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: `${API_BASE}/users/import?country=DE`,
      headers: { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      payload: Buffer.from(hr, 'latin1'),
    });
    expect(response.json()).toEqual({ imported: 3, updated: 0, unchanged: 0, skipped: 0, rows: [] });
    expect(await detailOf('gross')).toMatchObject({
      username: 'j.groß',
      name: 'Jürgen Groß',
      email: 'juergen.gross@example.org',
      department: 'Vertrieb',
      phone: { value: '+4930901820' },
      mobile: { value: '+4915123456789' },
      manager: { username: 'ada' },
    });
    expect(await detailOf('meyer')).toMatchObject({ manager: { username: 'j.groß' } });
  });

  it('says in a dry run what each column is read as, and how its first ten rows look', async () => {
    const { body } = await send(hr, { dryRun: true, country: 'DE' });
    expect(body.columns).toContainEqual({ header: 'E-Mail', field: 'email' });
    expect(body.columns).toContainEqual({ header: 'Kostenstelle', field: null });
    expect(body.preview?.[0]).toMatchObject({ line: 2, name: 'Jürgen Groß', phone: '+4930901820' });
    const many = Array.from({ length: 30 }, (_, n) => `p${n},p${n}@example.org,P ${n}`);
    const { body: long } = await send(lines('username,email,name', ...many), { dryRun: true });
    expect(long.preview).toHaveLength(10);
  });

  it('is read as told where the names of its columns say something else', async () => {
    const odd = lines('Kürzel;Post;Wer;Abteilung', 'jo;jo@example.org;Jo Park;Vertrieb');
    const mapping = JSON.stringify({ Kürzel: 'username', Post: 'email', Wer: 'name', Abteilung: null });
    expect((await send(odd, { mapping })).body).toMatchObject({ imported: 1 });
    expect(await detailOf('jo')).toMatchObject({ name: 'Jo Park', department: null });
  });

  it('that lacks what everybody needs is refused, but told of to whoever is saying which column is which', async () => {
    const odd = lines('Wer;Post', 'Jo Park;jo@example.org');
    expect((await send(odd, { dryRun: true })).problem.detail).toMatch(/lacks email and name/);
    const { body } = await send(odd, { dryRun: true, mapping: '{"Wer":"name"}' });
    expect(body).toMatchObject({ imported: 0, lacks: ['email'] });
    expect(body.columns).toContainEqual({ header: 'Post', field: null });
    expect((await send(odd, { mapping: '{"Wer":"name"}' })).status).toBe(400);
  });

  it.each([
    ['{"Nowhere":"email"}', /no column “Nowhere”/],
    ['{"Wer":"email","Post":"email"}', /can’t both be email/],
    ['{"Post":"birthday"}', /as JSON, for example \{"E-Mail"/],
    ['no json', /as JSON, for example/],
  ])('refuses the mapping %s with one sentence', async (mapping, said) => {
    const refused = await send('Post,Wer\r\njo@example.org,Jo', { mapping });
    expect([refused.status, refused.problem.detail]).toEqual([400, expect.stringMatching(said)]);
  });
});

describe('15.3 files of other products', () => {
  it.each([
    [
      'Microsoft Entra ID',
      'id,userPrincipalName,displayName,mail,givenName,surname,department,telephoneNumber,mobilePhone,usageLocation',
      {
        userPrincipalName: 'username',
        displayName: 'name',
        mail: 'email',
        givenName: 'firstName',
        department: 'department',
        telephoneNumber: 'phone',
        mobilePhone: 'mobile',
        usageLocation: null,
        id: null,
      },
    ],
    [
      'Google Workspace',
      'First Name [Required],Last Name [Required],Email Address [Required],Department,Work Phone,Mobile Phone,Manager Email,Org Unit Path [Required]',
      {
        'First Name [Required]': 'firstName',
        'Last Name [Required]': 'lastName',
        'Email Address [Required]': 'email',
        'Work Phone': 'phone',
        'Mobile Phone': 'mobile',
        'Manager Email': 'manager',
        'Org Unit Path [Required]': null,
      },
    ],
    [
      'Okta',
      'login,firstName,lastName,email,primaryPhone,mobilePhone,department,managerId,manager',
      { login: 'username', email: 'email', primaryPhone: 'phone', managerId: null, manager: 'manager' },
    ],
    [
      'Entra’s template',
      '"Name [displayName] Required","User name [userPrincipalName] Required","E-mail [mail]"',
      {
        'Name [displayName] Required': 'name',
        'User name [userPrincipalName] Required': 'username',
        'E-mail [mail]': 'email',
      },
    ],
  ])('%s', async (_product, header, fields) => {
    expect(await fieldsOf(header)).toMatchObject(fields);
  });

  it.each([
    ['a semicolon', ';'],
    ['a tab', '\t'],
    ['a bar', '|'],
  ])('whose columns are parted by %s', async (_name, by) => {
    const content = lines('username,email,name'.replaceAll(',', by), ['jo', 'jo@example.org', 'Jo'].join(by));
    expect((await send(content)).body).toEqual({
      imported: 1,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      rows: [],
    });
  });

  it('above which Excel says what parts them keep the numbers of their lines', async () => {
    const content = lines('sep=;', 'username;email;name', 'jo;nowhere;Jo');
    expect((await send(content)).body.rows).toMatchObject([{ line: 3 }]);
  });

  it('without usernames: the e-mail address is one', async () => {
    expect((await send('Email,Name\r\nJo@example.org,Jo')).body).toMatchObject({ imported: 1 });
    expect((await detailOf('jo@')).username).toBe('jo@example.org');
  });
});

describe('15.3 managers', () => {
  const header = 'username,email,name,manager';

  it('whose name two people have are nobody, and the row says what to give instead', async () => {
    const content = lines(
      header,
      'sam1,sam1@example.org,Sam Lee,',
      'sam2,sam2@example.org,Sam Lee,',
      'jo,jo@example.org,Jo,Sam Lee',
    );
    const { body } = await send(content);
    expect(body).toMatchObject({ imported: 2, rows: [{ line: 4 }] });
    expect(body.rows[0]?.problem).toBe(
      'Several people are called “Sam Lee”. Give the manager’s username or e-mail address.',
    );
  });

  it('are found among those who are there, by e-mail address in any case and by name in either order', async () => {
    await send(lines(header, 'mia,mia@example.org,Mía López,'));
    const content = lines(
      header,
      'a,a@example.org,A,MIA@example.org',
      'b,b@example.org,B,Mia Lopez',
      'c,c@example.org,C,"López, Mía"',
    );
    expect((await send(content)).body).toEqual({
      imported: 3,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      rows: [],
    });
    for (const name of ['a', 'b', 'c']) {
      const { items } = (await test.call('users.list', { search: `${name}@example` }, { token })).body;
      const { body } = await test.call('users.get', { id: items[0]?.id ?? '' }, { token });
      expect(body.manager?.username).toBe('mia');
    }
  });

  it('are nobody whose address only looks like the one that is named, in the file and here', async () => {
    const kelvin = 'kim,\u212Aim@example.org,Kim,';
    const rows = lines(header, kelvin, 'jo,jo@example.org,Jo,kim@example.org');
    const problem = expect.stringContaining('kim@example.org') as string;
    expect((await send(rows)).body.rows).toMatchObject([{ line: 3, problem }]);
    expect((await send(lines(header, 'al,al@example.org,Al,kim@example.org'))).body.rows).toMatchObject([
      { problem },
    ]);
  });

  it('nobody is their own, by whatever it is written', async () => {
    const { body } = await send(lines(header, 'jo,jo@example.org,Jo,jo@example.org'));
    expect(body.rows[0]?.problem).toMatch(/their own manager/);
  });
});

describe('15.3 bad values', () => {
  const content = lines(
    'username,email,name,department,role,phone,mobile,manager',
    `jo,jo@example.org,Jo,${'D'.repeat(101)},boss,12,,nobody`,
    'bad,nowhere,Bad,,,,,',
  );

  it('that nobody needs are left out where the person says so, and each is told', async () => {
    const { body } = await send(content, { leaveOutBadValues: true });
    expect(body).toMatchObject({ imported: 1, skipped: 1, rows: [{ line: 2, imported: true }, { line: 3 }] });
    expect(body.rows[0]?.problem).toMatch(/department.*“boss”.*phone “12”.*manager “nobody”/);
    expect(await detailOf('jo')).toMatchObject({ department: null, phone: { value: null }, manager: null });
  });

  it('keep the row out else', async () => {
    expect((await send(content)).body).toMatchObject({ imported: 0, skipped: 2 });
  });
});

it('15.3 mails nobody where the import says so, and tells the log', async () => {
  const content = lines('username,email,name', 'jo,jo@example.org,Jo');
  expect((await send(content, { invite: false })).body).toMatchObject({ imported: 1 });
  expect((await test.mails()).filter(({ to }) => to === 'jo@example.org')).toEqual([]);
  const made = (await test.audit()).find(({ action }) => action === 'user.created');
  expect(made?.data).toMatchObject({ invitation: 'draft' });
});
