/** Sources that exist to be imported by a planted violation. */
const harmless = {
  'contract/harmless.ts': 'export const harmless = 1;',
  'electron/main/window/harmless.ts': 'export const harmless = 1;',
  'renderer/app/harmless.ts': 'export const harmless = 1;',
  'renderer/features/policy/harmless.ts': 'export const harmless = 1;',
  'renderer/gallery/harmless.ts': 'export const harmless = 1;',
  'renderer/transport/web.ts': 'export const harmless = 1;',
  'renderer/ui/harmless.ts': 'export const harmless = 1;',
  'server/harmless.ts': 'export const harmless = 1;',
  'server/domain/people/harmless.ts': 'export const harmless = 1;',
  'server/features/policy/harmless.ts': 'export const harmless = 1;',
  'server/http/harmless.ts': 'export const harmless = 1;',
};

/** Packages that a planted violation imports: empty ones of the same name. */
const packages = ['axios', 'electron', 'electron-store', 'fastify', 'kysely', 'left-over'];

/** A checkout in which nothing is wrong, as path -> text. */
export const soundFiles: Record<string, string> = {
  'package.json': JSON.stringify({ type: 'module', devDependencies: { 'left-over': '1.0.0' } }),
  ...harmless,
  ...Object.fromEntries(
    packages.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
};

/** Rule -> the files that break it, the breaking one first. Paths are used once, so that one run tells them apart. */
export const violations: Record<string, Record<string, string>> = {
  'no-circular': {
    'server/circleA.ts': "import { b } from './circleB.ts'; export const a = () => b;",
    'server/circleB.ts': "import { a } from './circleA.ts'; export const b = () => a;",
  },
  'no-unresolvable': { 'server/dangling.ts': "import './missing.ts';" },
  'no-dev-packages-at-run-time': { 'server/needsDev.ts': "import 'left-over';" },
  'renderer-never-reaches-electron-axios-or-server': {
    'renderer/reaching.ts': "import '../contract/bridgeToServer.ts';",
    'contract/bridgeToServer.ts': "import '../server/harmless.ts';",
  },
  'server-never-reaches-electron-or-renderer': {
    'server/reaching.ts': "import '../contract/bridgeToPage.ts';",
    'contract/bridgeToPage.ts': "import '../renderer/app/harmless.ts';",
  },
  'renderer-never-imports-node': { 'renderer/readsFiles.ts': "import 'node:fs';" },
  'contract-never-imports-node': { 'contract/readsFiles.ts': "import 'node:fs';" },
  'contract-imports-the-schema-library-only': { 'contract/queries.ts': "import 'kysely';" },
  'words-import-the-message-library-only': { 'contract/words/reads.ts': "import '../harmless.ts';" },
  'renderer-language-is-the-ground': { 'renderer/language/draws.ts': "import '../ui/harmless.ts';" },
  preload: { 'electron/preload/calls.ts': "import 'axios';" },
  'main-ipc': { 'electron/main/ipc/calls.ts': "import 'axios';" },
  'main-ipc-is-handed-its-handlers': { 'electron/main/ipc/reaches.ts': "import '../window/harmless.ts';" },
  'axios-in-main-api-only': { 'electron/main/window/calls.ts': "import 'axios';" },
  'main-api-is-handed-its-token': { 'electron/main/api/readsToken.ts': "import 'electron-store';" },
  'main-rooms-meet-in-index': { 'electron/main/config/reaches.ts': "import '../window/harmless.ts';" },
  'server-in-the-utility-process-only': {
    'electron/main/inProcess.ts': "import '../../server/harmless.ts';",
  },
  'renderer-transport': { 'renderer/transport/draws.ts': "import '../ui/harmless.ts';" },
  'renderer-feature-never-imports-another': {
    'renderer/features/users/borrows.ts': "import '../policy/harmless.ts';",
  },
  'renderer-feature-never-imports-app': {
    'renderer/features/users/climbs.ts': "import '../../app/harmless.ts';",
  },
  'renderer-feature-knows-no-shell': {
    'renderer/features/users/asks.ts': "import '../../transport/web.ts';",
  },
  'renderer-shared-is-below-the-features': {
    'renderer/shared/climbs.ts': "import '../app/harmless.ts';",
  },
  'renderer-data-knows-no-screen': { 'renderer/data/draws.ts': "import '../ui/harmless.ts';" },
  'renderer-ui-knows-no-domain': { 'renderer/ui/knows.ts': "import '../../contract/harmless.ts';" },
  'renderer-gallery-is-imported-by-nobody': { 'renderer/app/shows.ts': "import '../gallery/harmless.ts';" },
  'server-domain-never-imports-http-or-a-feature': {
    'server/domain/people/climbs.ts': "import type { harmless } from '../../features/policy/harmless.ts';",
  },
  'server-feature-never-imports-another': {
    'server/features/users/borrows.ts': "import type { harmless } from '../policy/harmless.ts';",
  },
  'server-http-never-imports-a-feature': {
    'server/http/serves.ts': "import type { harmless } from '../features/policy/harmless.ts';",
  },
  'server-feature-knows-of-http-its-types-only': {
    'server/features/users/answers.ts': "import '../../http/harmless.ts';",
  },
  'server-web-framework-in-http-only': { 'server/features/users/listens.ts': "import 'fastify';" },
  'server-rules-are-pure': { 'server/features/users/rules/asks.ts': "import 'node:fs';" },
  'server-db-and-crypto-are-the-ground': {
    'server/db/climbs.ts': "import '../domain/people/harmless.ts';",
  },
  'database-drivers-in-db-only': { 'server/features/opens/store.ts': "import 'node:sqlite';" },
};
