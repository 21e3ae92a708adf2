import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/** Whoever has a proven authenticator: a reset that is pending leaves it valid. */
export function withMfaCondition(): Expression<SqlBool> {
  return expressionBuilder<Schema, 'users'>()('users.mfa_state', '<>', 'off');
}
