import { expect, it } from 'vitest';
import { LIST_ADDRESSES } from '../../contract/operations/views.ts';
import { VIEW_LISTS } from '../../contract/viewLists.ts';
import { KEPT, viewAddress, viewQuery } from '../../renderer/shared/views/viewAddress.ts';

it.each(VIEW_LISTS)('15.14 a view of %s keeps whatever the server keeps of it', (list) => {
  expect(KEPT[list].toSorted()).toEqual(Object.keys(LIST_ADDRESSES[list].properties).toSorted());
});

it('15.14 a view is the same whatever the order of its address, and begins nothing', () => {
  const query = viewQuery('users', '?department=R%26D&act=add&state=off');
  expect(query).toBe('state=off&department=R%26D');
  expect(viewQuery('users', 'state=off&department=R%26D')).toBe(query);
  expect(viewAddress({ list: 'users', query })).toBe('/users?state=off&department=R%26D');
  expect(viewAddress({ list: 'audit', query: '' })).toBe('/audit');
});
