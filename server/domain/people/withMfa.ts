import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { User } from './people.ts';

const users = () => expressionBuilder<Schema, 'users'>();

/** Whoever has a usable authenticator: a reset that is pending leaves it valid, and one that was stopped counts nowhere (S-104). */
export function withMfaCondition(): Expression<SqlBool> {
  const eb = users();
  return eb.and([eb('users.mfa_state', '<>', 'off'), eb('users.mfa_stopped_at', 'is', null)]);
}

/** Whoever set up, and has nothing left that is usable: they sign in again by a reset alone. */
export function stoppedCondition(): Expression<SqlBool> {
  const eb = users();
  return eb.and([eb('users.mfa_state', '<>', 'off'), eb('users.mfa_stopped_at', 'is not', null)]);
}

/** The same that `withMfaCondition` asks, of one person who was read. */
export function hasMfa(user: Pick<User, 'mfa_state' | 'mfa_stopped_at'>): boolean {
  return user.mfa_state !== 'off' && user.mfa_stopped_at === null;
}
