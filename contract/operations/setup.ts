import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { Email, Line, oneOf, Opaque, Password, RoleSchema, strict, Time, Username } from '../schemas.ts';

/** The token that the server printed, or that the desktop's main process handed it (S-64). */
const Token = { token: Type.Optional(Opaque) };

export const setupOperations = {
  'setup.state': defineOperation({
    method: 'GET',
    path: '/setup',
    summary: 'Whether this server has its organisation yet',
    access: 'public',
    response: Type.Object({ state: oneOf(['empty', 'ready']), sampleOffered: Type.Boolean() }, strict),
    errors: [],
  }),
  'setup.createOrganisation': defineOperation({
    method: 'POST',
    path: '/setup',
    summary: 'Create the organisation and its first administrator, who sets up MFA at once',
    access: 'public',
    body: Type.Object(
      {
        ...Token,
        organisation: Line(100),
        username: Username,
        name: Line(100),
        email: Email,
        password: Password,
        /** IANA name; the server's unless told. */
        timeZone: Type.Optional(Line(60)),
      },
      strict,
    ),
    response: Type.Object(
      {
        outcome: Type.Literal('setup_required'),
        challenge: Type.String(),
        expiresAt: Time,
        activationRequired: Type.Boolean(),
      },
      strict,
    ),
    noStore: true,
    errors: ['already_set_up', 'invalid_token'],
  }),
  'setup.openSample': defineOperation({
    method: 'POST',
    path: '/setup/sample',
    summary: 'Fill an empty server on loopback with a sample organisation',
    access: 'public',
    body: Type.Object(Token, strict),
    response: Type.Object(
      {
        organisation: Type.String(),
        accounts: Type.Array(
          Type.Object(
            {
              username: Type.String(),
              name: Type.String(),
              roles: Type.Array(RoleSchema),
              password: Type.String(),
              /** The TOTP key where MFA is on, to try signing in with an app of one's own. */
              otpauthUri: Type.Optional(Type.String()),
              about: Type.String(),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    noStore: true,
    errors: ['already_set_up', 'invalid_token', 'forbidden'],
  }),
};
