import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { startMailServer } from '../../support/mailServer.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** RFC 6376 §3.4.2: names in lower case, lines unfolded, each run of blanks one. */
const relaxed = (field: string) =>
  field
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^([^:]+?) ?: ?/, (_, name: string) => `${name.toLowerCase()}:`)
    .trimEnd();

/** What a receiver finds: the tags of the signature, and whether body and fields are those that were signed (§3.7). */
function read(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? '';
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag) => tag.replace(/\s+/g, ''))
      .filter(Boolean)
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const),
  );
  const body = raw
    .slice(end + 4)
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  const names = (tags.get('h') ?? '').toLowerCase().split(':');
  const signed = names.map(
    (name) => fields.find((field) => field.toLowerCase().startsWith(`${name}:`)) ?? '',
  );
  const data = [...signed.map(relaxed), relaxed(signature.replace(/\bb=[^;]*/, 'b='))].join('\r\n');
  return {
    tags,
    names,
    isBody: createHash('sha256').update(body, 'latin1').digest('base64') === tags.get('bh'),
    isSigned: verify(
      'sha256',
      Buffer.from(data, 'latin1'),
      createPublicKey(publicKey),
      Buffer.from(tags.get('b') ?? '', 'base64'),
    ),
  };
}

it('issue 16.5: mails are signed for the domain of their sender, where a key is given, and else are not', async () => {
  const server = await startMailServer();
  onTestFinished(() => server.close());
  const mail = { smtpUrl: server.url, mailFrom: 'gatehouse@house.example' };
  for (const dkim of [{ selector: 'autumn', key: privateKey }, null]) {
    const test = await createTestApp({ config: { ...mail, dkim } });
    await test.person({ username: 'jürgen', email: 'jo@example.org', mfa: false });
    await test.call('password.forgot', { username: 'jürgen' });
    await test.services.passwordLinks.settled();
    await test.services.delivery.deliverDue();
  }
  const [signed = '', plain = ''] = server.raw.filter((raw) => /jo@example\.org/.test(raw));
  const { tags, names, ...verdict } = read(signed);
  expect([tags.get('d'), tags.get('s'), tags.get('c')]).toEqual([
    'house.example',
    'autumn',
    'relaxed/relaxed',
  ]);
  expect(names).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']));
  expect(verdict).toEqual({ isBody: true, isSigned: true });
  expect(read(signed.replace('house.example', 'other.example')).isSigned).toBe(false);
  expect(plain).not.toMatch(/dkim-signature/i);
});
