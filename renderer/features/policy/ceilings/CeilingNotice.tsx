import { CEILING_NEAR } from '../../../../contract/ceilings.ts';
import { useRead } from '../../../data/useRead.ts';
import { figure } from '../../../language/intl.ts';
import { strong } from '../../../language/rich.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { rich, t } from '../words.ts';

/** What is near its ceiling: from four fifths on. */
export function CeilingNotice() {
  const { data } = useRead('resetRequests.ceilings', {});
  const near = data?.ceilings.filter(({ count, ceiling }) => count > 0 && count >= CEILING_NEAR * ceiling);
  return near?.map(({ scope, window, person, count, ceiling }) => (
    <Banner key={`${scope} ${window}`} tone="warning">
      {rich('ceilingNear', {
        b: strong,
        has: t('ceilingHas', { scope, window, name: person?.name ?? '', count: figure(count) }),
        ceiling: figure(ceiling),
      })}
    </Banner>
  ));
}
