import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

declare const process: { env: Record<string, string> };
const { GATEHOUSE_ADDRESS: baseUrl, GATEHOUSE_TOKEN: token, GATEHOUSE_USERNAME: username } = process.env;

const stranger = createClient<paths>({ baseUrl });
const gatehouse = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } });

const listed = await gatehouse.GET('/api/v1/users', { params: { query: { limit: 50, sort: 'name' } } });
const refused = await stranger.GET('/api/v1/users');
const problem: components['schemas']['Problem'] | undefined = refused.error;

const lines = [
  'username,email,name,department,role,phone,mobile,manager',
  `${username},ts@example.org,Ty Script,,user,,,admin`,
  'x,nowhere,X,,user,,,',
];
const imported = await gatehouse.POST('/api/v1/users/import', {
  params: { query: { dryRun: false } },
  headers: { 'content-type': 'text/csv' },
  body: lines.join('\r\n'),
  bodySerializer: (text) => text,
});
if (!listed.data || !problem || !imported.data) throw new Error(JSON.stringify([listed, refused, imported]));
const [row] = imported.data.rows;

console.log(
  JSON.stringify({
    people: listed.data.items.map((person) => person.username),
    problem: { status: problem.status, code: problem.code },
    imported: imported.data.imported,
    skipped: imported.data.skipped,
    problemLine: row?.line,
  }),
);
