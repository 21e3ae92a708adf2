import { createVerify, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import { createTestApp } from '../../support/app.ts';
import { dumpDatabase } from '../../support/everything.ts';
import { startMailServer } from '../../support/mailServer.ts';
import { HOUR } from '../../../server/time.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const SECRET = 'CANARY-client-secret';

/** A service that gives tokens, as Entra's and Google's do. */
async function startTokenService() {
  const asked: Record<string, string>[] = [];
  let answer: () => [number, object] = () => [
    200,
    { access_token: `token-${asked.length}`, expires_in: 3600 },
  ];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push(Object.fromEntries(new URLSearchParams(body)));
      const [status, said] = answer();
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(status === 302 ? { location: '/else' } : {}),
      });
      response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/token`,
    asked,
    answer(next: typeof answer) {
      answer = next;
    },
  };
}

async function createWorld(
  grant: 'client_credentials' | 'jwt_bearer' = 'client_credentials',
  secret = SECRET,
) {
  const mail = await startMailServer(0, { tokens: (token) => token.startsWith('token-') });
  closing.push(() => mail.close());
  const tokens = await startTokenService();
  const test = await createTestApp();
  const jo = await test.person({ username: 'jo', mfa: false });
  const session = await test.administrator.signIn({ stepUp: true });
  await test.deps.db.kysely.deleteFrom('outbox').execute();
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    secure: 'none',
    username: 'gatehouse@northwind.example',
    oauth: {
      grant,
      tokenUrl: tokens.url,
      clientId: 'client-1',
      scope: 'https://outlook.office365.com/.default',
    },
  } as const;
  const update = (change: object) => test.call('settings.update', change, { token: session });
  expect((await update({ smtp, smtpPassword: secret })).status).toBe(204);
  await test.deps.db.kysely.deleteFrom('outbox').execute();
  return {
    ...test,
    mail,
    tokens,
    smtp,
    session,
    update,
    async send(count = 1) {
      await test.deps.db.transaction(async (tx) => {
        for (let sent = 0; sent < count; sent += 1)
          await mailUser(tx, test.deps, { userId: jo.id, kind: 'locked', at: test.clock.now() });
      });
      await test.services.delivery.deliverDue();
    },
    rows: () => test.deps.db.kysely.selectFrom('outbox').selectAll().execute(),
  };
}

describe('16.5: a mail server that wants OAuth 2', () => {
  it('gets a token for the mailbox by client credentials, which is kept for its hour', async () => {
    const { send, mail, tokens, clock } = await createWorld();
    await send(3);
    await send();
    expect(mail.accepted).toHaveLength(4);
    expect(new Set(mail.signedIn)).toEqual(new Set(['gatehouse@northwind.example']));
    expect(tokens.asked).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'client-1',
        client_secret: SECRET,
        scope: 'https://outlook.office365.com/.default',
      },
    ]);
    clock.advance(HOUR);
    await send();
    expect(tokens.asked).toHaveLength(2);
    expect(mail.accepted).toHaveLength(5);
  });

  it('gets one by an assertion that a service account signs, as Google asks for', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    // As a field of a form leaves it.
    const { send, mail, tokens, clock } = await createWorld('jwt_bearer', privateKey.replaceAll('\n', ''));
    await send();
    expect(mail.accepted).toHaveLength(1);
    const [head = '', claims = '', signature = ''] = (tokens.asked[0]?.['assertion'] ?? '').split('.');
    const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`);
    expect(verify.verify(publicKey, signature, 'base64url')).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: 'client-1',
      sub: 'gatehouse@northwind.example',
      aud: tokens.url,
      iat: Math.floor(clock.now() / 1000),
    });
  });

  it('asks for another token at the next try where the mail server refuses the one that was kept (535)', async () => {
    const { send, mail, tokens, rows, clock, services } = await createWorld();
    await send();
    mail.acceptTokens((token) => token === 'token-2');
    await send();
    expect(mail.accepted).toHaveLength(1);
    const [waits] = (await rows()).filter(({ state }) => state !== 'sent');
    expect(waits).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('535') });
    clock.advance(30_000);
    await services.delivery.deliverDue();
    expect(mail.accepted).toHaveLength(2);
    expect(tokens.asked).toHaveLength(2);
  });

  it('S-52: says what the service of tokens answered, and never the secret; mails wait', async () => {
    const { send, mail, tokens, rows, call, session, deps } = await createWorld();
    tokens.answer(() => [
      401,
      { error: 'invalid_client', error_description: `AADSTS7000215: Invalid client secret ${SECRET}` },
    ]);
    await send();
    expect(mail.accepted).toHaveLength(0);
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'waiting' });
    expect(row?.last_error).toMatch(/401 invalid_client AADSTS7000215/);
    const tested = await call('settings.testMail', {}, { token: session });
    expect(tested.problem.detail).toMatch(/invalid_client/);
    expect(`${tested.text}${JSON.stringify(await dumpDatabase(deps.db))}`).not.toContain('CANARY');
  });

  it('S-116: sends the secret nowhere else, whatever the service of tokens says', async () => {
    const { send, mail, tokens } = await createWorld();
    tokens.answer(() => [302, {}]);
    await send();
    expect(tokens.asked).toHaveLength(1);
    expect(mail.accepted).toHaveLength(0);
  });

  it('forgets the secret where another service would get it', async () => {
    const { update, smtp, call, session } = await createWorld();
    const isSet = async () => (await call('settings.get', {}, { token: session })).body.smtpPasswordSet;
    expect(await isSet()).toBe(true);
    await update({ smtp: { ...smtp, oauth: { ...smtp.oauth, scope: 'another' } } });
    expect(await isSet()).toBe(true);
    await update({ smtp: { ...smtp, oauth: { ...smtp.oauth, tokenUrl: 'https://evil.example/token' } } });
    expect(await isSet()).toBe(false);
    const { oauth: _oauth, ...byPassword } = smtp;
    await update({ smtp: byPassword, smtpPassword: 'CANARY-password' });
    await update({ smtp });
    expect(await isSet()).toBe(false);
  });

  it('is refused where it can’t work or isn’t safe', async () => {
    const { update, smtp } = await createWorld();
    const codes = [];
    for (const change of [
      { smtp: { ...smtp, username: null } },
      { smtp: { ...smtp, oauth: { ...smtp.oauth, tokenUrl: 'http://login.example/token' } } },
      { smtp: { ...smtp, oauth: { ...smtp.oauth, grant: 'jwt_bearer' } }, smtpPassword: 'no key' },
    ])
      codes.push((await update(change)).status);
    expect(codes).toEqual([400, 400, 400]);
  });
});
