import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { codesOf, statusOf } from '../../../contract/answers.ts';
import { besides } from '../../../contract/besides.ts';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { CSV_HEAD } from '../../../server/features/audit/exportLine.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

interface Response {
  $ref?: string;
  content?: Record<
    string,
    { schema: Record<string, unknown>; example?: string; examples?: Record<string, { $ref: string }> }
  >;
}
interface Parameter {
  $ref?: string;
  name?: string;
}
interface Described {
  parameters?: Parameter[];
  operationId: string;
  summary?: string;
  tags: string[];
  security?: unknown[];
  requestBody?: { required: boolean; content: Record<string, { schema: object; example?: string }> };
  responses: Record<string, Response>;
}
interface Document {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Described>>;
  components: {
    schemas: Record<string, Record<string, unknown> & { examples?: unknown[] }>;
    responses: Record<string, Response>;
    parameters: Record<string, Parameter>;
    headers: Record<string, unknown>;
    examples: Record<string, { value: { code: string; status: number } }>;
  };
}

let test: TestApp;
let source: string;
let document: Document;
const described = (id: string) => {
  const found = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .filter(({ operationId }) => operationId === id);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${id} is described ${found.length} times.`);
  return only;
};
const named = (ref = '') => ref.split('/').at(-1) ?? '';
const responseOf = (response: Response): Response =>
  response.$ref === undefined ? response : (document.components.responses[named(response.$ref)] ?? {});
const bodyOf = (id: string) => described(id).requestBody;

beforeAll(async () => {
  test = await createTestApp({ keep: true });
  source = (await test.app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } })).body;
  document = JSON.parse(source) as Document;
  return () => test.close();
});

describe('10.E14: the API document', () => {
  it('is valid 3.1', async () => {
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    expect(await new Validator().validate(JSON.parse(source) as Record<string, unknown>)).toMatchObject({
      valid: true,
    });
    expect(document.openapi).toMatch(/^3\.1/);
  });

  it('passes Redocly’s linter without a warning, its examples being what their schemas say', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      rules: { 'no-invalid-schema-examples': 'error', 'no-invalid-media-type-examples': 'error' },
    });
    const problems = await lintFromString({ source, config, absoluteRef: '/openapi.json' });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('names every operation once, and says which are public', () => {
    for (const name of OPERATION_NAMES) {
      const { access, path, method } = operationOf(name);
      expect(document.paths[API_BASE + path]?.[method.toLowerCase()]?.operationId).toBe(name);
      expect([name, described(name).security?.length === 0]).toEqual([name, access === 'public']);
    }
  });

  it('describes every group that it parts them into', () => {
    const used = Object.values(document.paths).flatMap((path) =>
      Object.values(path).flatMap(({ tags }) => tags),
    );
    expect([...new Set(used)].toSorted()).toEqual(document.tags.map(({ name }) => name).toSorted());
  });

  it('has what else is answered below the base path: live events, health, metrics', () => {
    for (const [id, { path, summary }] of Object.entries(besides)) {
      expect(document.paths[API_BASE + path]?.['get']).toMatchObject({ operationId: id, summary });
    }
  });

  it('says of each operation every refusal with its codes, as a problem with an example', () => {
    for (const name of OPERATION_NAMES) {
      const operation = operationOf(name);
      const told = Object.entries(described(name).responses).flatMap(([status, response]) => {
        if (Number(status) < 400) return [];
        const problem = responseOf(response).content?.['application/problem+json'];
        expect(problem?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
        return Object.entries(problem?.examples ?? {}).map(([code, { $ref }]) => {
          const { value } = document.components.examples[named($ref)] ?? {};
          expect([name, value?.code, value?.status]).toEqual([name, code, Number(status)]);
          return `${status} ${code}`;
        });
      });
      const wanted = codesOf(operation).map((code) => `${statusOf(code, operation)} ${code}`);
      expect([name, told.toSorted()]).toEqual([name, wanted.toSorted()]);
    }
    // Facts that belong to a code stand beside what every problem has.
    expect(document.components.schemas['Problem']?.['additionalProperties']).toBe(true);
  });

  it('says of each operation its success by status and media type', () => {
    const successes = (id: string) =>
      Object.entries(described(id).responses)
        .filter(([status]) => Number(status) < 400)
        .map(([status, { content }]): [string, string[]] => [status, Object.keys(content ?? {})]);
    expect(successes('users.list')).toEqual([['200', ['application/json']]]);
    expect(successes('signIn.signOut')).toEqual([['204', []]]);
    expect(successes('password.forgot')).toEqual([['202', []]]);
    expect(successes('users.export')).toEqual([['200', ['text/csv']]]);
    expect(successes('audit.export')).toEqual([['200', ['application/x-ndjson', 'text/csv']]]);
    expect(successes('events.stream')).toEqual([['200', ['text/event-stream']]]);
    expect(successes('health.ready')).toEqual([['200', ['application/json']]]);
    for (const name of OPERATION_NAMES) {
      const { response, download, mayWait } = operationOf(name);
      const [[status, types] = ['', []], ...more] = successes(name);
      const waits = mayWait ? [['202', ['application/json']]] : [];
      expect([name, more, types.length > 0]).toEqual([name, waits, Boolean(response ?? download)]);
      expect([name, status === '204']).toEqual([name, !response && !download && name !== 'password.forgot']);
    }
  });

  it('has the bodies that are sent, required only where an empty one is refused', () => {
    expect(bodyOf('users.import')).toMatchObject({ required: true, content: { 'text/csv': {} } });
    expect(bodyOf('users.import')?.content['text/csv']?.example).toMatch(/^username,email,name,/);
    const exported = described('audit.export').responses['200']?.content?.['text/csv'];
    expect(exported?.example).toMatch(new RegExp(`^${CSV_HEAD}1,`));
    expect(bodyOf('resetRequests.approve')?.required).toBe(false);
    expect(bodyOf('signIn.start')?.required).toBe(true);
    expect(bodyOf('signIn.signOut')).toBeUndefined();
    for (const name of OPERATION_NAMES) {
      const { body, textBody } = operationOf(name);
      expect([name, Object.keys(bodyOf(name)?.content ?? {})]).toEqual([
        name,
        textBody ? [textBody] : body ? ['application/json'] : [],
      ]);
    }
  });

  it('has each schema by one name, each with an example', () => {
    const { schemas } = document.components;
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Person', 'UserDetail', 'Problem', 'Role']));
    for (const [name, { examples }] of Object.entries(schemas))
      expect([name, examples?.length]).toEqual([name, 1]);
    // What an operation takes and answers has a name, too; and none has a second one beside it.
    for (const { requestBody, responses } of Object.values(document.paths).flatMap((p) => Object.values(p))) {
      for (const { content = {} } of [requestBody ?? {}, ...Object.values(responses)]) {
        const json = content['application/json'];
        if (json)
          expect(json.schema).toMatchObject({ $ref: expect.stringMatching(/^#\/components\/schemas\//) });
      }
    }
    expect(source).not.toContain('"title":"Person"');
  });

  it('says how times and ids are written', () => {
    const { schemas } = document.components;
    const row = schemas['UserRow']?.['properties'] as Record<string, { $ref?: string }>;
    const of = (name: string) => schemas[named(row[name]?.$ref)];
    expect(of('id')).toMatchObject({ type: 'string', format: 'uuid', maxLength: 36 });
    expect(of('createdAt')).toMatchObject({ type: 'string', format: 'date-time', maxLength: 24 });
    expect(of('lastSignInAt')).toMatchObject({ type: ['string', 'null'], format: 'date-time' });
    const times = source.match(/"#\/components\/schemas\/Time(OrNull)?"/g) ?? [];
    expect(times.length).toBeGreaterThan(50);
    // Nowhere else: a time is always one of these two.
    expect(source.match(/"format":"date-time"/g)?.length).toBe(2);
  });

  it('says each thing once: what stands in two places is a component', () => {
    const places = new Map<string, string[]>();
    const walk = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const text = JSON.stringify(value);
      // Of what can be a component: not of maps by status or by field. A reference has up to 170 letters itself.
      if (text.length > 170 && !/\/(responses|properties)$/.test(place))
        places.set(text, [...(places.get(text) ?? []), place]);
      for (const [key, part] of Object.entries(value)) {
        if (!/^examples?$/.test(key)) walk(part, `${place}/${key}`);
      }
    };
    walk(document.paths, 'paths');
    walk(document.components, 'components');
    expect([...places.values()].filter((some) => some.length > 1)).toEqual([]);
    for (const parameters of Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .map(({ parameters: some = [] }) => some)) {
      for (const { $ref } of parameters)
        if ($ref !== undefined) expect(document.components.parameters[named($ref)]?.name).toBeDefined();
    }
  });

  it('is readable at /api/docs, under a policy that allows nothing inline', async () => {
    const page = await test.app.inject({ url: '/api/docs/', headers: { host: 'localhost' } });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
    const shown = await test.app.inject({ url: '/api/docs/json', headers: { host: 'localhost' } });
    expect([shown.statusCode, shown.headers.location]).toEqual([302, '/api/openapi.json']);
  });

  it('has its pages with all that they need below /api/docs, and nothing else there', async () => {
    const ask = (url: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
      test.app.inject({ method, url, headers: { host: 'localhost' } });
    expect((await ask('/api/docs')).headers['content-type']).toBe('text/html; charset=utf-8');
    const script = await ask('/api/docs/static/swagger-ui-bundle.js');
    expect([script.statusCode, script.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(script.rawPayload.length).toBe(Number(script.headers['content-length']));
    const head = await ask('/api/docs/static/swagger-ui-bundle.js', 'HEAD');
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect((await ask('/api/docs/nothing')).json()).toMatchObject({ code: 'not_found' });
    expect((await ask('/api/docs', 'POST')).json()).toMatchObject({ code: 'not_found' });
  });
});
