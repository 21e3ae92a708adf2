import { expect, test } from 'vitest';
import { API_BASE } from '../../contract/operations.ts';
import { createTestApp } from '../support/app.ts';
import { forEachDatabase } from '../support/databases.ts';

forEachDatabase((open) => {
  test('S-61 a cursor that somebody made up is refused, whatever the database thinks of it', async () => {
    const { app, administrator } = await createTestApp({ db: await open('empty'), keep: true });
    const token = await administrator.signIn();
    const made = [
      ['users?sort=name&', '["\\u0000","x"]'],
      ['users?sort=lastSignInAt&', '[1e999,"x"]'],
      ['users?sort=lastSignInAt&', '[1.5,"x"]'],
      ['audit/events?', '[1e300]'],
      ['reset-requests?', '[9007199254740993,"x"]'],
      ['outbox?', '[1,"\\ud800"]'],
    ] as const;
    for (const [list, json] of made) {
      const answer = await app.inject({
        url: `${API_BASE}/${list}cursor=${Buffer.from(json).toString('base64url')}`,
        headers: { host: 'localhost', authorization: `Bearer ${token}` },
      });
      expect([list, json, answer.statusCode]).toEqual([list, json, 400]);
    }
    await app.close();
  });
});
