import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paths } from '../../contract/paths.ts';
import { root } from './cruise.ts';

const builders: readonly ((of: never) => string)[] = Object.values(paths);
const PAGES = builders.map((path) => path(undefined as never).split('/')[1]).filter((page) => page !== '');

/** An address of the console as a text says it: at the beginning of a string or after something filled in. */
const RAW = new RegExp(
  `(?:['"\`]|\\$\\{[^}]*\\})/(?:${[...new Set(PAGES)].join('|')})(?![\\w-])[^'"\`\\s]*`,
  'g',
);
const rawAddresses = (text: string) => text.match(RAW) ?? [];

it.each([
  ['a link', '<Link href="/users">'],
  ['a filter', "href: '/users?state=on'"],
  ['one thing', 'navigate(`/reset-requests/${id}`)'],
  ['the link of a mail', '`${base}/set-password#${token}`'],
])('%s that is spelt out is found', (_name, text) => {
  expect(rawAddresses(text)).toHaveLength(1);
});

it('addresses of the console come from contract/paths.ts alone', () => {
  const spelt = globSync('{electron,renderer,server}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    rawAddresses(readFileSync(join(root, file), 'utf8')).map((address) => `${file}: ${address}`),
  );
  expect(spelt).toEqual([]);
});

/** Pages that a tour comes to by a click, or that the browser is led to. */
const BY_A_CLICK = [paths.start(), paths.forgotPassword(), paths.welcome(), paths.signIn()];

it.each(builders.map((path) => path('' as never)).filter((page) => !BY_A_CLICK.includes(page)))(
  '%s is opened by a test of the page in a browser',
  (page) => {
    const tests = globSync('test/e2e/**/*.ts', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    expect(tests.filter((text) => text.includes(page))).not.toEqual([]);
  },
);
