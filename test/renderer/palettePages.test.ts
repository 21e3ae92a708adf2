import { expect, it } from 'vitest';
import { OWN_PLACE, PLACES } from '../../renderer/app/frame/navigation.ts';
import { CONFIRM_PLACE, PAGES_BELOW } from '../../renderer/app/palette/pagesBelow.ts';
import { pages } from '../../renderer/app/routes.tsx';
import { signInRoutes } from '../../renderer/features/signIn/routes.ts';

it('the palette goes to every page of somebody who is signed in, but for those of one thing', () => {
  const own = pages.filter((page) => !signInRoutes.includes(page)).flatMap(({ path }) => path ?? []);
  // A list whose rows open beside it is one page; what needs an id is found by what it is of.
  const addresses = own.map((path) => path.replace(/\/:id\?$/, '')).filter((path) => !path.includes(':'));
  const offered = [...PLACES, ...PAGES_BELOW, CONFIRM_PLACE, OWN_PLACE].map(({ path }) => path);
  expect(offered.toSorted()).toEqual([...new Set(addresses)].toSorted());
});
