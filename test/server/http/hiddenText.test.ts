import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';
import type { CallOptions } from '../../support/app.ts';

const AFTER_ZOE = 'This holds an invisible character after “zoe”. Type it again without it.';

describe('S-107: what nobody sees is refused at the API, with the field and the place', () => {
  it('in names, departments and addresses of a person', async () => {
    const test = await createTestApp();
    const token = await test.administrator.signIn({ stepUp: true });
    const good = { username: 'zoe', email: 'zoe@fjord.example', name: 'Zoe' };
    const refused = async (change: object) => {
      const { status, problem } = await test.call('users.create', { ...good, ...change }, { token });
      return [status, problem.fields];
    };
    expect(await refused({ email: 'zoe\u200b@fjord.example' })).toEqual([400, { email: AFTER_ZOE }]);
    expect(await refused({ username: 'zoe\u200d' })).toEqual([400, { username: AFTER_ZOE }]);
    expect(await refused({ manager: 'zoe\u2060' })).toEqual([400, { manager: AFTER_ZOE }]);
    expect(await refused({ department: 'zoe\ufeff' })).toEqual([400, { department: AFTER_ZOE }]);
    expect(await refused({ name: 'Alice \u202enimdA' })).toEqual([
      400,
      {
        name: 'This holds a character that turns the direction of writing after “Alice”. Type it again without it.',
      },
    ]);
    expect((await refused({ name: '\u200b\u200b' }))[0]).toBe(400);
    expect((await test.call('users.create', { ...good, name: 'علی\u200cرضا 👨‍👩‍👧' }, { token })).status).toBe(
      200,
    );
  });

  it('in what the organisation is called, where its mails lead, providers and their subjects', async () => {
    const test = await createTestApp();
    const options: CallOptions = { token: await test.administrator.signIn({ stepUp: true }) };
    const settings = await test.call(
      'settings.update',
      {
        organisation: 'zoe\u200b',
        helpDeskPhone: 'zoe\u202d',
        publicUrl: 'https://zoe\u200b.example',
        smtp: { host: 'zoe\u00ad', port: 25, secure: 'none', username: null },
      },
      options,
    );
    expect(settings.status).toBe(400);
    expect(Object.keys(settings.problem.fields ?? {}).toSorted()).toEqual([
      'helpDeskPhone',
      'organisation',
      'publicUrl',
      // A union says it of itself, too.
      'smtp',
      'smtp.host',
    ]);
    const provider = { issuer: 'https://zoe.example', clientId: 'a', linkByEmail: false };
    const created = await test.call('settings.sso.create', { ...provider, name: 'zoe\u200b' }, options);
    expect(created.problem.fields).toEqual({ name: AFTER_ZOE });
    const linked = await test.call(
      'users.linkSso',
      {
        id: test.administrator.id,
        providerId: test.administrator.id,
        subject: 'zoe\u200b',
      },
      options,
    );
    expect(linked.problem.fields).toEqual({ subject: AFTER_ZOE });
  });

  it('in the note of whoever asks for a reset, and in a policy’s reason', async () => {
    const test = await createTestApp();
    const token = await test.administrator.signIn();
    const note = await test.call(
      'resetRequests.open',
      {
        userId: test.administrator.id,
        reason: 'broken',
        note: 'zoe\u200b',
      },
      { token },
    );
    expect(note.problem.fields).toEqual({ note: AFTER_ZOE });
    const policy = await test.call('policy.update', { version: 1, reason: 'zoe\u202e' }, { token });
    expect(policy.problem.fields?.['reason']).toMatch(/turns the direction of writing after “zoe”/);
  });

  /** What a program makes and compares, what is the person's own secret, what counts for nothing. */
  const NOT_READ_BY_PEOPLE =
    /^savedBy\.|(^|\.)(password|secret|current|token|challenge|flow|parameters|code|activationCode|requestCode)$/;

  it.each(OPERATION_NAMES)('%s says of each text in its body what may be in it', (name) => {
    const { body } = operationOf(name);
    const open = body ? textsOf(body).filter(({ path }) => !NOT_READ_BY_PEOPLE.test(path)) : [];
    expect(open.filter(({ isClosed }) => !isClosed).map(({ path }) => path)).toEqual([]);
  });
});

interface Text {
  path: string;
  /** By a format of ours, a list of values, or a pattern that lets ASCII only. */
  isClosed: boolean;
}

function textsOf(schema: TSchema, path = ''): Text[] {
  const { type, properties, items, anyOf } = schema as {
    type?: string;
    properties?: Record<string, TSchema>;
    items?: TSchema;
    anyOf?: TSchema[];
  };
  const inside = Object.entries(properties ?? {}).flatMap(([key, value]) =>
    textsOf(value, path === '' ? key : `${path}.${key}`),
  );
  const ofItems = items ? textsOf(items, path) : [];
  const ofUnion = (anyOf ?? []).flatMap((member) => textsOf(member, path));
  const itself = type === 'string' ? [{ path, isClosed: saysItself(schema) }] : [];
  return [...itself, ...inside, ...ofItems, ...ofUnion];
}

function saysItself(schema: TSchema): boolean {
  const { format, pattern, enum: values } = schema as { format?: string; pattern?: string; enum?: string[] };
  if (format === 'text' || format === 'address' || values !== undefined) return true;
  return pattern !== undefined && !new RegExp(pattern, 'u').test('é') && !/\[\^/.test(pattern);
}
