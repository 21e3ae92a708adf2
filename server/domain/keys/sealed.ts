import type { SealContext } from '../../crypto/seal.ts';
import { bodyContext } from '../mail/write.ts';
import { changeContext } from '../pendingChanges/contents.ts';
import { attestorContext } from '../systems/attestor.ts';
import { systemContext } from '../systems/secret.ts';

/** A column of sealed values, and what each of them belongs to. */
export interface SealedColumn {
  table: 'authenticators' | 'outbox' | 'sso_providers' | 'systems' | 'pending_changes' | 'attestors';
  column: 'sealed_secret' | 'sealed_body' | 'sealed' | 'sealed_key';
  /** Columns that the context needs besides the id. */
  whose: readonly string[];
  context(row: Record<string, string | null> & { id: string }): SealContext;
}

/** What a provider's client secret belongs to. */
export const providerContext = (id: string): SealContext => ({ purpose: 'sso', userId: '', recordId: id });

/**
 * Where values are sealed, besides the mail server's password among the settings. What lives for minutes is left out: the key
 * that sealed it is kept for longer.
 */
export const SEALED: readonly SealedColumn[] = [
  {
    table: 'authenticators',
    column: 'sealed_secret',
    whose: ['user_id'],
    context: ({ id, user_id }) => ({ purpose: 'authenticator', userId: user_id ?? '', recordId: id }),
  },
  {
    table: 'outbox',
    column: 'sealed_body',
    whose: ['user_id'],
    context: ({ id, user_id }) => bodyContext({ id, user_id: user_id ?? null }),
  },
  {
    table: 'sso_providers',
    column: 'sealed_secret',
    whose: [],
    context: ({ id }) => providerContext(id),
  },
  {
    table: 'systems',
    column: 'sealed_secret',
    whose: ['url'],
    context: ({ id, url }) => systemContext({ id, url: url ?? '' }),
  },
  {
    table: 'pending_changes',
    column: 'sealed',
    whose: ['kind', 'made_by'],
    context: ({ id, kind, made_by }) => changeContext({ id, kind: kind ?? '', made_by: made_by ?? '' }),
  },
  {
    table: 'attestors',
    column: 'sealed_secret',
    whose: [],
    context: ({ id }) => attestorContext('secret', id),
  },
  { table: 'attestors', column: 'sealed_key', whose: [], context: ({ id }) => attestorContext('key', id) },
];
