/**
 * Which room may import from which: docs/contributing.md in a form that fails.
 * The parser must stay swc: with TypeScript 7 the tool's own parser reads no module and reports success.
 * test/house proves that modules are read and that each rule bites.
 */

/** A package by name, wherever npm put it. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const nodeCore = { dependencyTypes: ['core'] };

/** Only what `allowed` matches may be imported from `path`. */
const only = (name, path, allowed, { pathNot } = {}) => ({
  name,
  severity: 'error',
  from: { path, ...(pathNot ? { pathNot } : {}) },
  to: { pathNot: allowed },
});

const never = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never('no-circular', {}, { circular: true }),
    // fastify's types have no JavaScript beside them: the compiler finds those.
    never('no-unresolvable', {}, { couldNotResolve: true, pathNot: '^fastify/types/' }),
    never(
      'no-dev-packages-at-run-time',
      { path: '^(server|electron)/' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: packages('electron', '@types', '@fastify/type-provider-typebox'),
      },
    ),

    // The law: what a room can reach at all, by any path.
    never(
      'renderer-never-reaches-electron-axios-or-server',
      { path: '^renderer/' },
      {
        path: `^(server|electron)/|${packages('electron', 'axios')}`,
        reachable: true,
      },
    ),
    never(
      'server-never-reaches-electron-or-renderer',
      { path: '^server/' },
      {
        path: `^(electron|renderer)/|${packages('electron', 'axios')}`,
        reachable: true,
      },
    ),
    never('renderer-never-imports-node', { path: '^renderer/' }, nodeCore),
    never('contract-never-imports-node', { path: '^contract/' }, nodeCore),

    only('contract-imports-the-schema-library-only', '^contract/', [`^contract/`, packages('typebox')], {
      pathNot: '^contract/words/',
    }),
    only('words-import-the-message-library-only', '^contract/words/', [
      '^contract/words/',
      packages('@lingui/core', '@lingui/message-utils', '@schummar/icu-type-parser'),
    ]),

    // Desktop
    only('preload', '^electron/preload/', ['^electron/preload/', '^contract/', packages('electron')]),
    only('main-ipc', '^electron/main/ipc/', [
      '^electron/main/ipc/',
      '^contract/',
      packages('electron', 'typebox'),
    ]),
    never(
      'main-ipc-is-handed-its-handlers',
      { path: '^electron/main/ipc/' },
      {
        path: '^electron/main/(?!ipc/)',
      },
    ),
    never('axios-in-main-api-only', { pathNot: '^electron/main/api/' }, { path: packages('axios') }),
    never(
      'main-api-is-handed-its-token',
      { path: '^electron/main/api/' },
      {
        path: ['^electron/main/(?!api/)', packages('electron', 'electron-store')],
      },
    ),
    never(
      'main-rooms-meet-in-index',
      { path: '^electron/main/([^/]+)/' },
      {
        path: '^electron/main/(api|ipc|window|config)/',
        pathNot: '^electron/main/$1/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    never(
      'server-in-the-utility-process-only',
      {
        path: '^electron/',
        pathNot: '^electron/main/localServer/',
      },
      { path: '^server/' },
    ),

    // Renderer
    only('renderer-language-is-the-ground', '^renderer/language/', [
      '^renderer/language/',
      '^contract/words/',
      packages('react', '@types/react'),
    ]),
    only('renderer-transport', '^renderer/transport/', [
      '^renderer/transport/',
      '^renderer/language/',
      '^contract/',
      packages('typebox'),
    ]),
    never(
      'renderer-feature-never-imports-another',
      { path: '^renderer/features/([^/]+)/' },
      {
        path: '^renderer/features/',
        pathNot: '^renderer/features/$1/',
      },
    ),
    never(
      'renderer-feature-never-imports-app',
      { path: '^renderer/features/' },
      { path: '^renderer/(app|main)' },
    ),
    never(
      'renderer-feature-knows-no-shell',
      { path: '^renderer/(features|ui|app|gallery)/' },
      {
        path: '^renderer/transport/(web|desktop)',
      },
    ),
    never(
      'renderer-data-knows-no-screen',
      { path: '^renderer/data/' },
      { path: '^renderer/(app|features|shared|ui|main|transport/(web|desktop))' },
    ),
    never(
      'renderer-shared-is-below-the-features',
      { path: '^renderer/shared/' },
      { path: '^renderer/(app|features|main|transport/(web|desktop))' },
    ),
    never(
      'renderer-ui-knows-no-domain',
      { path: '^renderer/ui/' },
      {
        path: '^(contract/|renderer/(app|data|features|shared|transport)/)',
      },
    ),

    // What isn't imported isn't bundled: the product carries no gallery.
    never(
      'renderer-gallery-is-imported-by-nobody',
      { pathNot: '^renderer/gallery/' },
      { path: '^renderer/gallery/' },
    ),

    // Server: the ground (files in server/ itself, db, crypto), domain, http, features, and what puts them together.
    never(
      'server-domain-never-imports-http-or-a-feature',
      { path: '^server/domain/' },
      { path: '^server/(http|features|events|cli)/' },
    ),
    never(
      'server-feature-never-imports-another',
      { path: '^server/features/([^/]+)/' },
      { path: '^server/features/', pathNot: '^server/features/$1/' },
    ),
    never(
      'server-http-never-imports-a-feature',
      { path: '^server/(http|events)/' },
      { path: '^server/features/' },
    ),
    never(
      'server-feature-knows-of-http-its-types-only',
      { path: '^server/features/' },
      { path: '^server/(http|events|cli)/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'server-web-framework-in-http-only',
      { path: '^server/(domain|features|db|crypto)/' },
      { path: packages('fastify', '@fastify/[^/]+') },
    ),
    only('server-rules-are-pure', '^server/(domain|features)/[^/]+/rules/', [
      '^server/(domain|features)/[^/]+/rules/',
      '^contract/',
      '^server/[^/]+$',
    ]),
    never(
      'server-db-and-crypto-are-the-ground',
      { path: '^server/(db|crypto|config)/' },
      { path: '^server/(domain|features|http|events|cli)/' },
    ),
    never(
      'database-drivers-in-db-only',
      { path: '^server/', pathNot: '^server/db/' },
      {
        path: `${packages('pg')}|^(node:)?sqlite$`,
      },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    builtInModules: { add: ['node:sqlite'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
