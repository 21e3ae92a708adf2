#!/usr/bin/env node
// Makes the files beside it from what the vendors publish: of each operation that Gatehouse asks, what may be asked and what
// is answered. Needs npm, pip and go; run by hand when a version below is raised.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseYaml } from '@redocly/openapi-core';
import { parseSync } from 'oxc-parser';

const work = mkdtempSync(path.join(tmpdir(), 'gatehouse-vendors-'));
const run = (file, args) =>
  execFileSync(file, args, {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function fromNpm(name, version) {
  const archive = run('npm', ['pack', '--silent', `${name}@${version}`]).trim();
  return (file) => run('tar', ['-xzOf', archive, `package/${file}`]);
}

function fromPyPi(name, version) {
  run('pip', ['download', '-q', '--no-deps', '--only-binary', ':all:', `${name}==${version}`]);
  const wheel = `${name.replaceAll('-', '_')}-${version}-py3-none-any.whl`;
  return (file) => run('unzip', ['-p', wheel, file]);
}

function fromGo(module, version) {
  run('go', ['mod', 'init', 'vendors']);
  const { Dir } = JSON.parse(run('go', ['mod', 'download', '-json', `${module}@${version}`]));
  return (file) => readFileSync(path.join(Dir, file), 'utf8');
}

/** Deeper than that an object may be anything. */
const DEEPEST = 5;
const KEPT = ['type', 'format', 'enum', 'const', 'maxLength', 'minLength', 'pattern', 'required'];

/** A schema with its references put in, and without what decides nothing. */
function plain(schema, named, deep = 0) {
  if (schema.$ref) return plain(named(schema.$ref), named, deep);
  const alternatives = schema.anyOf ?? schema.oneOf;
  const all = schema.allOf?.map((one) => plain(one, named, deep));
  const kept = Object.fromEntries(KEPT.flatMap((key) => (key in schema ? [[key, schema[key]]] : [])));
  if (kept.type === 'any') delete kept.type;
  // Go's and Google's own: a number that is written as text.
  if (kept.format && kept.type !== 'string') delete kept.format;
  let made = kept;
  if (alternatives)
    made = {
      anyOf: alternatives.map((one) => meantBy(schema.discriminator, one, plain(one, named, deep))),
    };
  else if (all)
    made = {
      type: 'object',
      properties: Object.assign({}, ...all.map((one) => one.properties ?? {})),
      required: all.flatMap((one) => one.required ?? []),
    };
  else if (schema.properties && deep < DEEPEST)
    made.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, one]) => [key, plain(one, named, deep + 1)]),
    );
  else if (schema.items) made.items = plain(schema.items, named, deep + 1);
  if (schema.properties && deep >= DEEPEST) made = { type: 'object' };
  // Some are told to be objects by their properties alone.
  if (made.properties && !made.type) made.type = 'object';
  return schema.nullable ? { anyOf: [made, { type: 'null' }] } : made;
}

/** One of several forms, with the values that name it. */
function meantBy(discriminator, { $ref }, made) {
  const values = Object.entries(discriminator?.mapping ?? {}).filter(([, ref]) => ref === $ref);
  if (values.length > 0)
    made.properties[discriminator.propertyName] = { enum: values.map(([value]) => value) };
  return made;
}

function ofOpenApi(text, asked) {
  const document = parseYaml(text);
  const named = (ref) =>
    ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key], document);
  const whole = (one) => (one.$ref ? named(one.$ref) : one);
  const schemaOf = (one) => whole(one ?? {}).content?.['application/json']?.schema;
  return Object.fromEntries(
    asked.map((name) => {
      const [method, address] = name.split(' ');
      const item = document.paths[address];
      const operation = item[method.toLowerCase()];
      const [status, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith('2'));
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(whole);
      const body = schemaOf(operation.requestBody);
      const said = schemaOf(answer);
      const scopes = (operation.security ?? []).flatMap((one) => one.oauth2 ?? []);
      return [
        name,
        {
          query: Object.fromEntries(
            parameters.filter((one) => one.in === 'query').map((one) => [one.name, plain(one.schema, named)]),
          ),
          body: body ? plain(body, named) : null,
          status: Number(status),
          answer: said ? plain(said, named) : null,
          ...(scopes.length > 0 ? { scopes } : {}),
        },
      ];
    }),
  );
}

function ofDiscovery(document, asked) {
  const named = (ref) => document.schemas[ref];
  return Object.fromEntries(
    asked.map((name) => {
      const [resource, method] = name.split('.');
      const {
        httpMethod,
        path: address,
        parameters,
        request,
        response,
        scopes,
      } = document.resources[resource].methods[method];
      const query = Object.entries(parameters).filter(([, one]) => one.location === 'query');
      return [
        `${httpMethod} /${address}`,
        {
          query: Object.fromEntries(query.map(([key, one]) => [key, plain(one, named)])),
          body: request ? plain(request, named) : null,
          status: response ? 200 : 204,
          answer: response ? plain(response, named) : null,
          scopes,
        },
      ];
    }),
  );
}

/** The interfaces and enumerations of Microsoft's own types. */
function ofTypes(text) {
  const { program } = parseSync('microsoft-graph.d.ts', text);
  const declared = new Map(
    program.body.flatMap(({ declaration }) => (declaration?.id ? [[declaration.id.name, declaration]] : [])),
  );
  function ofType(type, deep) {
    switch (type.type) {
      case 'TSStringKeyword':
        return { type: 'string' };
      case 'TSNumberKeyword':
        return { type: 'number' };
      case 'TSBooleanKeyword':
        return { type: 'boolean' };
      case 'TSArrayType':
        return { type: 'array', items: ofType(type.elementType, deep) };
      case 'TSUnionType':
        return { type: 'string', enum: type.types.map(({ literal }) => literal.value) };
      case 'TSTypeReference':
        return ofReference(type, deep);
      default:
        return {};
    }
  }
  function ofReference({ typeName, typeArguments }, deep) {
    if (typeName.name === 'NullableOption')
      return { anyOf: [ofType(typeArguments.params[0], deep), { type: 'null' }] };
    const declaration = declared.get(typeName.name);
    if (declaration?.type === 'TSTypeAliasDeclaration') return ofType(declaration.typeAnnotation, deep);
    return declaration && deep < 3 ? ofInterface(typeName.name, deep + 1) : { type: 'object' };
  }
  const parentOf = (name) => declared.get(name)?.extends?.[0]?.expression.name;
  const isEntity = (name) => name === 'Entity' || (parentOf(name) && isEntity(parentOf(name)));
  function isLink(type) {
    if (type.type === 'TSArrayType') return isLink(type.elementType);
    if (type.type !== 'TSTypeReference') return false;
    const [inner] = type.typeArguments?.params ?? [];
    return inner ? isLink(inner) : isEntity(type.typeName.name);
  }
  function ofInterface(name, deep = 0) {
    const parent = parentOf(name);
    const inherited = parent ? ofInterface(parent, deep).properties : {};
    // What links to other entities isn't answered unless it is asked for.
    const own = declared
      .get(name)
      .body.body.filter(({ typeAnnotation }) => !isLink(typeAnnotation.typeAnnotation))
      .map(({ key, typeAnnotation }) => [key.name ?? key.value, ofType(typeAnnotation.typeAnnotation, deep)]);
    return { type: 'object', properties: { ...inherited, ...Object.fromEntries(own) } };
  }
  const children = (name) => [...declared.keys()].filter((one) => parentOf(one) === name);
  return { ofInterface, children };
}

/** An operation of Microsoft's own client for Python: its address, its query, and which type it answers. */
function ofKiota(read, types, [file, method]) {
  const text = read(`msgraph/generated/${file}_request_builder.py`);
  const [, template] = /"(\{\+baseurl\}[^"]+)"/.exec(text);
  const [, address, queries = ''] = /^\{\+baseurl\}([^?]*?)(?:\{\?(.*)\})?$/.exec(template);
  const [, part] = new RegExp(`async def ${method}\\(([^]*?)\\n    (?:async )?def `).exec(text);
  const [, type] = /send_async\(request_info, (\w+)/.exec(part) ?? [];
  const collection = /^(.*)CollectionResponse$/.exec(type ?? '')?.[1];
  return [
    `${method.toUpperCase()} ${decodeURIComponent(address)}`,
    {
      query: Object.fromEntries(
        queries
          .split(',')
          .filter(Boolean)
          .map((one) => [decodeURIComponent(one), {}]),
      ),
      body: method === 'patch' ? types.ofInterface(type) : null,
      status: method === 'get' || method === 'post' ? 200 : 204,
      answer:
        method === 'patch' || !type
          ? null
          : collection
            ? pageOf(collection, types)
            : type.endsWith('Response')
              ? { type: 'object', properties: { value: { type: 'boolean' } } }
              : types.ofInterface(type),
    },
  ];
}

function pageOf(name, types) {
  const items =
    name === 'AuthenticationMethod'
      ? {
          anyOf: types.children(name).map((one) => {
            const { properties } = types.ofInterface(one);
            const odataType = `#microsoft.graph.${one[0].toLowerCase()}${one.slice(1)}`;
            return {
              type: 'object',
              properties: { '@odata.type': { const: odataType }, ...properties },
              required: ['@odata.type'],
            };
          }),
        }
      : types.ofInterface(name);
  return {
    type: 'object',
    properties: { value: { type: 'array', items }, '@odata.nextLink': { type: 'string' } },
    required: ['value'],
  };
}

function save(kind, from, operations) {
  const file = new URL(`${kind}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify({ from, operations })}\n`);
  process.stdout.write(`${kind}: ${Object.keys(operations).length} operations of ${from}\n`);
}

const METHODS = [
  'email',
  'fido2',
  'microsoft_authenticator',
  'phone',
  'platform_credential',
  'software_oath',
];
const MORE_METHODS = ['external_authentication', 'temporary_access_pass', 'windows_hello_for_business'];

function entra() {
  const [version, typesVersion] = ['1.65.0', '2.43.1'];
  const read = fromPyPi('msgraph-sdk', version);
  const types = ofTypes(fromNpm('@microsoft/microsoft-graph-types', typesVersion)('microsoft-graph.d.ts'));
  const user = 'users/item/';
  const methods = [...METHODS, ...MORE_METHODS].map((name) => {
    const folder = `${name}_methods`;
    const item = `${name === 'external_authentication' ? name : `${name}_authentication`}_method_item`;
    return [`${user}authentication/${folder}/item/${item}`, 'delete'];
  });
  const asked = [
    ['users/users', 'get'],
    [`${user}user_item`, 'get'],
    [`${user}user_item`, 'patch'],
    [`${user}revoke_sign_in_sessions/revoke_sign_in_sessions`, 'post'],
    [`${user}authentication/methods/methods`, 'get'],
    ...methods,
    ['audit_logs/directory_audits/directory_audits', 'get'],
  ];
  const from = `PyPI msgraph-sdk ${version}, npm @microsoft/microsoft-graph-types ${typesVersion}`;
  save('entra', from, Object.fromEntries(asked.map((one) => ofKiota(read, types, one))));
}

function okta() {
  const version = 'v5.0.2';
  const text = fromGo('github.com/okta/okta-sdk-golang/v5', version)('okta/api/openapi.yaml');
  const user = '/api/v1/users/{userId}';
  const asked = [
    'GET /api/v1/users',
    `GET ${user}`,
    `GET ${user}/factors`,
    `DELETE ${user}/factors/{factorId}`,
    `DELETE ${user}/sessions`,
    `POST ${user}/lifecycle/suspend`,
    `POST ${user}/lifecycle/unsuspend`,
    `GET ${user}/roles`,
    'GET /api/v1/iam/roles/{roleIdOrLabel}/permissions',
    'GET /api/v1/logs',
  ];
  save('okta', `Go github.com/okta/okta-sdk-golang/v5 ${version}`, ofOpenApi(text, asked));
}

function authentik() {
  const version = '2026.8.3';
  const text = fromNpm('@goauthentik/api', version)('schema.yml');
  const kinds = ['duo', 'email', 'sms', 'static', 'totp', 'webauthn'];
  const asked = [
    'GET /core/users/',
    'GET /core/users/me/',
    'GET /core/users/{id}/',
    'PATCH /core/users/{id}/',
    'GET /authenticators/admin/all/',
    ...kinds.map((kind) => `DELETE /authenticators/admin/${kind}/{id}/`),
    'GET /core/authenticated_sessions/',
    'DELETE /core/authenticated_sessions/{uuid}/',
    'GET /events/events/',
    'GET /rbac/permissions/',
  ];
  save('authentik', `npm @goauthentik/api ${version}`, ofOpenApi(text, asked));
}

function google() {
  const version = '2.202.0';
  const read = fromPyPi('google-api-python-client', version);
  const document = (name) => JSON.parse(read(`googleapiclient/discovery_cache/documents/${name}.json`));
  save('google', `PyPI google-api-python-client ${version}`, {
    ...ofDiscovery(document('admin.directory_v1'), [
      'users.get',
      'users.list',
      'users.patch',
      'users.signOut',
      'twoStepVerification.turnOff',
    ]),
    ...ofDiscovery(document('admin.reports_v1'), ['activities.list']),
  });
}

try {
  for (const make of [entra, okta, authentik, google]) make();
} finally {
  rmSync(work, { recursive: true });
}
