import type { Described } from './schemas.ts';

/** What stands in texts and numbers of that name, where their schema alone doesn't say it. */
const BY_NAME: Record<string, string | number | boolean | string[] | Record<string, unknown>> = {
  about: 'Help desk: verifies, and decides nothing.',
  absoluteHours: 12,
  action: 'mfa.enrolled',
  activationCode: 'K7QM-2XRD-9FTB',
  address: '192.0.2.17',
  answer: '250 2.0.0 Ok: queued',
  auditPublicKeys: { '1': 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE' },
  challenge: 'q0WJ4Zr1o0bTn2mYc8xV5dPpS7uKfE3hLgA9iRjN6sM',
  check: 'A call to the number on record was answered.',
  clientId: 'gatehouse',
  clientSecret: 'vT4cW8sKq2mYc8xV5dPpS7uKfE3hLgA9iRjN6sM',
  code: '492039',
  country: 'GB',
  current: 'correct horse battery staple',
  cursor: 'eyJhZnRlciI6MTB9',
  data: { from: 'off', to: 'on' },
  'department.name': 'Finance',
  decisionNote: 'Seen on video with the passport.',
  department: 'Finance',
  departments: ['Finance'],
  desktop: 'http://127.0.0.1/callback',
  detail: 'This is missing.',
  dueFrom: '2026-12-01',
  dueTo: '2026-12-15',
  email: 'zoe.brandt@example.org',
  fields: { name: 'This is missing.' },
  fixed: ['publicUrl'],
  flow: 'Zk3vYp8Qw1rT6uX0sB5nC2mD9fG4hJ7kLaSeRiNoV',
  graceDays: 14,
  graceEnds: '2026-12-13',
  helpDeskHours: 'Monday to Friday, 8 to 18',
  helpDeskPhone: '+441632960100',
  holdHours: 24,
  host: 'mail.example.org',
  hours: 'Monday to Friday, 8 to 18',
  id: '01936a5e-7c1d-7b54-9a3f-2d1c5e8f0a11',
  idleMinutes: 30,
  issuer: 'https://login.example.org/realms/staff',
  key: 'waiting 01890c5e-7d4b-7c3a-9b1e-2f6a4d8c0e11 verified',
  kind: 'set_up_link',
  lastError: '550 5.1.1 No such mailbox',
  limit: 50,
  mailFrom: 'gatehouse@example.org',
  manager: 'amir.khan',
  mfaIn: 'nowhere',
  missing: 'One more check is missing.',
  mobile: '+447700900123',
  name: 'Zoe Brandt',
  nextCursor: 'eyJhZnRlciI6NTB9',
  note: 'Called back on the number on record.',
  numberEnding: '23',
  organisation: 'Northwind',
  otpauthUri: 'otpauth://totp/Northwind:zoe.brandt?secret=JBSWY3DPEHPK3PXP&issuer=Northwind',
  page: '5b0c2f61-8d3a-4e77-9c14-6f2ad0b81e35',
  parameters: 'code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj',
  password: 'seven quiet lanterns',
  phone: '+441632960123',
  policyVersion: 7,
  preview: 'Set your password: https://gatehouse.example.org/•••',
  problem: 'The e-mail address is not in a form that can be reached.',
  publicUrl: 'https://gatehouse.example.org',
  tokenUrl: 'https://login.example.org/oauth2/token',
  scope: 'https://outlook.office365.com/.default',
  query: 'state=off&department=Finance',
  redirectUri: 'https://northwind.okta.com/idp/identity-verification/callback',
  par: 'https://gatehouse.example.org/oauth2/par',
  authorize: 'https://gatehouse.example.org/oauth2/idv-authorize',
  jwks: 'https://gatehouse.example.org/oauth2/jwks',
  system: 'Okta',
  reason: 'The phone was left on a train.',
  reference: '5F2A0C9E41',
  refusal: 'This number was changed in the last 7 days.',
  requestCode: 'RQ-4821-7730',
  'provider.name': 'Staff sign-in',
  'view.name': 'Without MFA in Finance',
  role: 'help_desk',
  'role.name': 'help_desk',
  'sso.name': 'Staff sign-in',
  lastUsedFrom: '192.0.2.17',
  roles: ['help_desk'],
  secret: 'JBSWY3DPEHPK3PXP',
  sentence: 'Changed on 21 November 2026.',
  smtpPassword: 'vT4cW8sKq2',
  staffNote: 'Waits for the manager.',
  state: 'open',
  status: 400,
  subject: 'zoe.brandt',
  summary: 'Removes the identity provider Staff sign-in.',
  text: 'Two checks, one of them strong.',
  timeZone: 'Europe/London',
  title: 'Something in the request is not as it should be.',
  to: 'zoe.brandt@example.org',
  token: 'h8Qw1rT6uX0sB5nC2mD9fG4hJ7kLaSeRiNoVZk3vYpE',
  unknown: ['No checkpoint was written yet.'],
  url: 'https://apps.example.org/authenticator',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0',
  userNote: 'I have a new phone.',
  username: 'zoe.brandt',
  value: '+441632960123',
  version: 7,
  web: 'https://gatehouse.example.org/sso/callback',
};

/** Objects that no value by name fits: one of two, or another meaning of a name. */
const BY_SCHEMA: Record<string, Record<string, unknown>> = {
  CheckInput: {
    kind: 'call_back',
    outcome: 'pass',
    number: 'phone',
    note: 'Answered by Zoe Brandt herself.',
  },
  NumberOnRecord: { kind: 'phone', value: '+441632960123', since: '2026-03-02T09:14:00.000Z', refusal: null },
  RecommendedApp: { name: '2FAS', url: 'https://2fas.com' },
  ServerFacts: { version: '1.4.0', database: 'PostgreSQL 17.2', address: 'https://gatehouse.example.org' },
  UsersLinkSsoInput: { providerId: '01936a5e-7c1d-7b54-9a3f-2d1c5e8f0a12', subject: 'zoe.brandt' },
};

const IMPORT = [
  'username,email,name,department,role,phone,mobile,manager',
  'zoe.brandt,zoe.brandt@example.org,Zoe Brandt,Finance,user,+441632960123,+447700900123,amir.khan',
  'amir.khan,amir.khan@example.org,Amir Khan,Finance,user;auditor,+441632960124,,',
];
const EVENTS = [
  'sequence,at,action,actor id,actor name,target id,target name,data,id,previous hash,hash,address,user agent,session,factors,people in data',
  `1,2026-11-29T13:05:00.000Z,organisation.created,,,,,{},01936a5e-7c1d-7b54-9a3f-2d1c5e8f0a11,${'0'.repeat(64)},${'3f'.repeat(32)},192.0.2.17,curl/8.17.0,,,`,
];
const RESETS = [
  'reset_at,username,name,department,tier,reason,source,asked_at,asked_by,evidence,approved_by,request_id',
  '2026-11-29T13:05:00.000Z,zoe.brandt,Zoe Brandt,Finance,standard,lost_or_stolen,sign_in,2026-11-29T12:40:00.000Z,Zoe Brandt (zoe.brandt),call_back 2026-11-29T12:55:00.000Z Amir Khan (amir.khan),Ada Okafor (ada) 2026-11-29T13:05:00.000Z,01936a5e-7c1d-7b54-9a3f-2d1c5e8f0a11',
];
const RESULT = ['username,name,outcome,reason', 'zoe.brandt,Zoe Brandt,done,'];
/** By media type, of what is no JSON; an operation whose text has another meaning stands before it. */
const MEDIA_EXAMPLES: Record<string, string> = {
  'audit.export text/csv': `${EVENTS.join('\r\n')}\r\n`,
  'jobs.result text/csv': `${RESULT.join('\r\n')}\r\n`,
  'audit.exportResets text/csv': `${RESETS.join('\r\n')}\r\n`,
  'text/csv': `${IMPORT.join('\r\n')}\r\n`,
  'application/x-ndjson': '{"sequence":1,"at":"2026-11-29T13:05:00.000Z","action":"organisation.created"}\n',
  'text/event-stream': 'data: {"kind":"users","id":"01936a5e-7c1d-7b54-9a3f-2d1c5e8f0a11"}\n\n',
  'text/plain': '# TYPE gatehouse_uptime_seconds gauge\ngatehouse_uptime_seconds 86400\n',
};

export const mediaExample = (operationId: string, mediaType: string): string | undefined =>
  MEDIA_EXAMPLES[`${operationId} ${mediaType}`] ?? MEDIA_EXAMPLES[mediaType];

/** Each named schema with an example, made of those of its parts. */
export function withExamples(schemas: Record<string, Described>): Record<string, Described> {
  const resolve = ({ $ref, ...schema }: Described): Described => {
    const name = $ref?.split('/').at(-1);
    return name === undefined ? schema : { ...schemas[name], title: name };
  };

  function exampleOf(described: Described, name: string): unknown {
    const schema = resolve(described);
    if (schema.title !== undefined && BY_SCHEMA[schema.title]) return BY_SCHEMA[schema.title];
    if (schema.const !== undefined) return schema.const;
    const [first] = schema.anyOf ?? [];
    if (first) return exampleOf(first, name);
    const [type] = [schema.type].flat();
    const known = byName(name);
    if (schema.enum) return schema.enum.includes(known) ? known : schema.enum[0];
    if (type === 'object') return objectExample(schema, name);
    if (type === 'array') return arrayExample(resolve(schema.items ?? {}), name);
    if (type === 'boolean') return true;
    if (type === 'integer') return typeof known === 'number' ? known : Math.max(schema.minimum ?? 0, 1);
    return textExample(schema, name);
  }

  function objectExample({ properties, additionalProperties }: Described, name: string): unknown {
    const known = byName(name);
    if (typeof known === 'object' && typeof additionalProperties !== 'boolean') return known;
    return Object.fromEntries(
      Object.entries(properties ?? {}).map(([key, value]) => [key, exampleOf(value, `${name}.${key}`)]),
    );
  }

  function arrayExample(items: Described, name: string): unknown[] {
    const known = byName(name);
    return Array.isArray(known) && items.type === 'string' ? known : [exampleOf(items, singular(name))];
  }

  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      { ...schema, examples: [exampleOf({ ...schema, title: name }, name)] },
    ]),
  );
}

function textExample({ format }: Described, name: string): unknown {
  if (format === 'uuid') return BY_NAME['id'];
  if (format === 'date-time') return '2026-11-29T13:05:00.000Z';
  if (format === 'date') return '2026-11-29';
  const known = byName(name);
  // A text that nobody gave an example is any text.
  return typeof known === 'string' ? known : 'text';
}

/** By where it stands (`department.name`), else by its own name. */
const byName = (path: string) => {
  const [own = '', parent = ''] = path.split('.').map(asField).toReversed();
  return BY_NAME[`${parent}.${own}`] ?? BY_NAME[own];
};

/** `EmailOrNull`, the name of a schema, as the field that has it would be called. */
const asField = (name: string) =>
  name.replace(/OrNull$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());

const singular = (path: string) => path.replace(/s$/, '');
