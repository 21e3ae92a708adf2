import { describePaths } from './operations.ts';
import { withExamples } from './examples.ts';
import { createProblemResponses, ProblemSchema } from './problems.ts';
import { createNamedSchemas } from './schemas.ts';

const DESCRIPTION = [
  'Multi-factor authentication of an organisation: enrolment, policy, and resets with evidence.',
  'Refusals are RFC 9457 problem details with a stable `code`; each answer names the codes that it can have. Their order is 401, 403, then what is wrong with the request (400, 413, 415), then 404, 409, 423, 429 and 503.',
  'A program sends the `token` of its session as a bearer token. Whoever sends an `Origin` gets a cookie in its place. Whoever names a session (its id of `me.get`) in the header `Gatehouse-Session` is answered `other_session` where the request comes in another one, and nothing is done.',
  'Text of the formats `text` and `address` holds no character that nobody sees (controls, marks of direction, characters of no width), but where a script or an emoji needs it in a `text`.',
].join('\n\n');

const TAGS = {
  setup: 'The first organisation of an empty server.',
  signIn: 'From a username to a session.',
  password: 'Links for a new password.',
  me: 'What people do for themselves.',
  users: 'People, their accounts and links.',
  notices: 'What waits for whoever is signed in, from the lists behind it.',
  invitations: 'The links by which people who were made here choose their first password.',
  jobs: 'What the server does for many people at once.',
  resetRequests: 'Resets of a second factor: evidence, decision, hold.',
  identityChecks: 'Where somebody waits about whom another system asks.',
  viewers: 'Who has a reset request open.',
  pendingChanges: 'Changes that wait for a second person.',
  policy: 'Who is asked for a second factor, and what a reset takes.',
  dashboard: 'Counts.',
  audit: 'The log of what happened, and its proof.',
  outbox: 'Mails that went out, wait or failed.',
  settings: 'The organisation and its server.',
  sso: 'Sign-in by an identity provider.',
  events: 'Live events.',
  health: 'For load balancers and operators.',
};

/** OpenAPI 3.1, from the same contract that the routes validate with. */
export function describeApi(version: string): object {
  const schemas = createNamedSchemas();
  const problems = createProblemResponses();
  schemas.describe(ProblemSchema);
  const { paths, parameters } = describePaths({ schemas, problems });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gatehouse API',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ session: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: withExamples(schemas.all()),
      parameters,
      ...problems.all(),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-gatehouse' },
      },
    },
  };
}
