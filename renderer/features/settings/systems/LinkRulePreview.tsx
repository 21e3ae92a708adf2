import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import { NOT_LINKED } from '../../../../contract/systems.ts';
import type { LinkRule } from '../../../../contract/systems.ts';
import { usePages } from '../../../data/useRead.ts';
import { Loaded, LoadingRows } from '../../../ui/states.tsx';
import { t } from '../words.ts';

type Judged = OutputOf<'settings.systems.previewLinkRule'>['items'][number];

/** Names that are shown of each group. */
const NAMED = 8;

/** What a rule would do, of everybody who has no link: page after page, as long as it is in sight. */
export function LinkRulePreview({ systemId, rule }: { systemId: string; rule: LinkRule }) {
  const looked = usePages(
    'settings.systems.previewLinkRule',
    { id: systemId, rule },
    { keep: false, live: false },
  );
  const { hasNextPage, isFetching, isError, fetchNextPage } = looked;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const people = looked.items ?? [];
  const count = people.length;
  return (
    <Box sx={{ mb: 4 }}>
      <Loaded query={looked} loading={<LoadingRows rows={2} />}>
        {() => (
          <>
            <Typography role="status" color="textSecondary" sx={{ mb: 2 }}>
              {hasNextPage ? t('ruleLooking', { count }) : t('ruleLookedAt', { count })}
            </Typography>
            <Group people={people.filter(({ account }) => account !== null)} />
            {NOT_LINKED.map((why) => (
              <Group key={why} why={why} people={people.filter(({ not }) => not === why)} />
            ))}
          </>
        )}
      </Loaded>
    </Box>
  );
}

/** How many, and the first of them by name; those that would be linked where there is no `why`. */
function Group({ why, people }: { why?: NonNullable<Judged['not']>; people: readonly Judged[] }) {
  const count = people.length;
  if (why && count === 0) return null;
  const names = people.slice(0, NAMED).map(({ person }) => person.name);
  return (
    <Box sx={{ mb: 2 }}>
      <Typography sx={why ? undefined : { fontWeight: 600 }}>
        {why ? t('ruleNot', { why, count }) : t('ruleWouldLink', { count })}
      </Typography>
      {count > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('ruleNames', { names: names.join(', '), more: count - names.length })}
        </Typography>
      )}
    </Box>
  );
}
