import { expect, it } from 'vitest';
import type { Language } from '../../../contract/words/languages.ts';
import { unseal } from '../../../server/crypto/seal.ts';
import { bodyContext } from '../../../server/domain/mail/write.ts';
import type { MailBody } from '../../../server/domain/mail/write.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

async function outbox({ deps }: TestApp) {
  const rows = await deps.db.kysely.selectFrom('outbox').selectAll().orderBy('to_address').execute();
  return rows.map((row) => {
    const { text, html } = JSON.parse(unseal(deps.keys, bodyContext(row), row.sealed_body ?? '')) as MailBody;
    const [, lang] = /<html lang="([^"]+)">/.exec(html) ?? [];
    return { kind: row.kind, to: row.to_address.split('@')[0], subject: row.subject, text, html, lang };
  });
}

/** An organisation in English, with a reader of each kind. */
async function mixedOrganisation() {
  const test = await createTestApp();
  async function reader(
    username: string,
    language: Language | null,
    roles: ('administrator' | 'security_officer')[],
  ) {
    const person = await test.person({ username, roles });
    const token = await person.signIn({ stepUp: true });
    if (language) await test.call('me.update', { language }, { token });
    return { ...person, token };
  }
  const people = {
    greta: await reader('greta', 'de', ['administrator', 'security_officer']),
    emma: await reader('emma', 'en', ['administrator', 'security_officer']),
    nick: await reader('nick', null, ['security_officer']),
    karl: await reader('karl', 'de', []),
    lucy: await reader('lucy', 'en', []),
  };
  await test.deps.db.kysely.deleteFrom('outbox').execute();
  const of = async (kind: string) => (await outbox(test)).filter((mail) => mail.kind === kind);
  return { ...people, test, of };
}

const LANGS = { de: 'de-DE', en: 'en-GB' };

it('a staff mail is in the language of each who gets it, text and HTML alike', async () => {
  const { test, of, emma } = await mixedOrganisation();
  const reason = 'Calls from <nobody> we know';
  await test.call(
    'resetRequests.freeze',
    { reason, switches: ['resets', 'passwords'] },
    { token: emma.token },
  );
  const mails = (await of('resets_frozen')).filter(({ to }) => ['greta', 'emma', 'nick'].includes(to ?? ''));
  expect(mails.map(({ to, subject, lang }) => [to, subject, lang])).toEqual([
    ['emma', 'All resets and passwords by mail are frozen', LANGS.en],
    ['greta', 'Eingefroren: Alle Zurücksetzungen und Passwörter per E-Mail', LANGS.de],
    ['nick', 'All resets and passwords by mail are frozen', LANGS.en],
  ]);
  for (const { lang, text, html } of mails) {
    const [hello, reasonGiven] =
      lang === LANGS.de ? ['Guten Tag', 'Als Grund wurde angegeben'] : ['Hello', 'The reason given'];
    expect(text).toContain(hello);
    expect(text).toContain(`${reasonGiven}: ${reason}`);
    expect(html).toContain(`${reasonGiven}: Calls from &lt;nobody&gt; we know`);
    expect(text).toContain('https://gatehouse.example/reset-requests');
  }
});

it('a mail is in its reader’s language, whatever the one who caused it reads', async () => {
  const { test, of, greta, emma, karl, lucy } = await mixedOrganisation();
  const german = { token: greta.token, headers: { 'accept-language': 'de' } };
  await test.call('users.update', { id: lucy.id, phone: '+441632960111', mobile: '+441632960112' }, german);
  await test.call(
    'users.update',
    { id: karl.id, phone: '+493023125001', mobile: '+493023125002' },
    { token: emma.token },
  );
  const mails = await of('contact_changed');
  expect(mails.map(({ to, subject, lang }) => [to, subject, lang])).toEqual([
    ['karl', 'Ihre Kontaktdaten wurden geändert', LANGS.de],
    ['lucy', 'Your contact details were changed', LANGS.en],
  ]);
  expect(mails.find(({ to }) => to === 'lucy')?.text).toMatch(
    /were changed on .*: phone number and mobile number\./,
  );
  expect(mails.find(({ to }) => to === 'karl')?.text).toMatch(/ geändert: Telefonnummer und Mobilnummer\./);
});

it('what stands inside a mail is in its language, too: a role, a time', async () => {
  const { test, of, emma, karl } = await mixedOrganisation();
  const token = emma.token;
  await test.call('users.update', { id: karl.id, roles: ['user', 'help_desk', 'auditor'] }, { token });
  const told = (await of('role_granted')).filter(({ to }) => to === 'greta');
  expect(
    told.map(({ text }) => /vergeben: (.*)\./.exec(text)?.[1] ?? '').toSorted((a, b) => (a < b ? -1 : 1)),
  ).toEqual(['Helpdesk', 'Revision']);
  expect(told[0]?.text).toMatch(
    /am (Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), \d+\. \p{L}+ \d{4}, \d\d:\d\d /u,
  );
});

it('who chose none reads the organisation’s, from the next mail on', async () => {
  const { test, of, emma, nick } = await mixedOrganisation();
  await test.call('settings.update', { language: 'de' }, { token: emma.token });
  await test.call(
    'resetRequests.freeze',
    { reason: 'An attack', switches: ['setups'] },
    { token: nick.token },
  );
  const mails = await of('resets_frozen');
  const lang = (name: string) => mails.find(({ to }) => to === name)?.lang;
  expect([lang('nick'), lang('greta'), lang('emma')]).toEqual([LANGS.de, LANGS.de, LANGS.en]);
});
