import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { OperationName } from '../../contract/operations.ts';
import { readAgain, readAgainLive, STALE_AFTER_WRITE } from '../../renderer/data/stale.ts';

/** A cache that has read these, each once. */
function cacheOf(names: readonly OperationName[], meta?: { live: boolean }): QueryClient {
  const client = new QueryClient();
  for (const name of names) {
    client.getQueryCache().build(
      client,
      { queryKey: [name, {}], meta },
      {
        data: {},
        dataUpdateCount: 1,
        dataUpdatedAt: 0,
        error: null,
        errorUpdateCount: 0,
        errorUpdatedAt: 0,
        fetchFailureCount: 0,
        fetchFailureReason: null,
        fetchMeta: null,
        isInvalidated: false,
        status: 'success',
        fetchStatus: 'idle',
      },
    );
  }
  return client;
}

const oldIn = (client: QueryClient) =>
  client
    .getQueryCache()
    .findAll({ predicate: ({ state }) => state.isInvalidated })
    .map(({ queryKey: [name] }) => name);

it('what shows a person is read again after they were suspended', () => {
  const client = cacheOf(['users.list', 'users.get', 'dashboard.get', 'resetRequests.list', 'settings.get']);
  readAgain(client, STALE_AFTER_WRITE['users.update']);
  expect(oldIn(client)).toEqual(['users.list', 'users.get', 'dashboard.get', 'resetRequests.list']);
});

it('a live event has read again what it names', () => {
  const client = cacheOf(['policy.get', 'me.get', 'audit.list']);
  readAgainLive(client, 'policy');
  expect(oldIn(client)).toEqual(['policy.get', 'me.get']);
});

it('rows that must not move under the pointer are left alone by a live event, and read again after an own act', () => {
  const client = cacheOf(['users.list'], { live: false });
  readAgainLive(client, 'users');
  expect(oldIn(client)).toEqual([]);
  readAgain(client, STALE_AFTER_WRITE['users.create']);
  expect(oldIn(client)).toEqual(['users.list']);
});

it.each(Object.entries(STALE_AFTER_WRITE).filter(([, features]) => features.length > 0))(
  '%s makes the answers of its own feature old',
  (write, features) => {
    expect(features).toContain(write.split('.')[0]);
  },
);
