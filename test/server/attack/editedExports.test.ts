import { expect, test } from 'vitest';
import { publicKeysOf } from '../../../server/crypto/checkpoints.ts';
import { verifyExport } from '../../../server/features/audit/verifyExport.ts';
import { createTestApp } from '../../support/app.ts';

/** What a spreadsheet takes for a formula (OWASP: CSV injection). */
const FORMULA = /^"?\s*[=+@-]/;

async function exported(format: 'csv' | 'jsonl') {
  const app = await createTestApp();
  const jo = await app.person({ username: 'jo' });
  // Nobody needs a password for this one: a username is enough.
  const headers = { 'user-agent': "x;=cmd|'/C calc'!A0;y" };
  await app.call('signIn.start', { username: 'jo', password: 'wrong' }, { headers });
  await jo.signIn();
  const token = await app.administrator.signIn({ stepUp: true });
  const { text } = await app.call('audit.export', { format }, { token });
  return { text, keys: publicKeysOf(app.deps.keys) };
}

test('a stranger’s user agent is no formula where a spreadsheet parts cells at semicolons', async () => {
  const { text } = await exported('csv');
  const line = text.split('\r\n').find((one) => one.includes('sign_in.password_wrong')) ?? '';
  const begins = line.split(';').filter((cell) => FORMULA.test(cell));
  expect(begins).toEqual([]);
});

test.each([
  ['a place beside the address', (event: Line) => Object.assign(event.origin ?? {}, { city: 'Minsk' })],
  ['an outcome beside the action', (event: Line) => Object.assign(event, { outcome: 'failed' })],
  ['a username beside the name', (event: Line) => Object.assign(event.actor ?? {}, { username: 'mallory' })],
  [
    'a time written otherwise',
    (event: Line) => Object.assign(event, { at: event.at.replace('Z', '+00:00') }),
  ],
])('S-51 an export to which somebody added %s does not verify', async (_, add) => {
  const { text, keys } = await exported('jsonl');
  const lines = text.trim().split('\n');
  expect((await verifyExport(lines, (version) => keys[String(version)] ?? null)).ok).toBe(true);
  const at = lines.findLastIndex((line) => line.includes('"sign_in.succeeded"'));
  const event = JSON.parse(lines[at] ?? '') as Line;
  add(event);
  const edited = lines.with(at, JSON.stringify(event));
  expect((await verifyExport(edited, (version) => keys[String(version)] ?? null)).ok).toBe(false);
});

interface Line {
  at: string;
  origin?: object;
  actor: object | null;
}
