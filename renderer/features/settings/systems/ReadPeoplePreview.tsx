import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { READ_AS } from '../../../../contract/systems.ts';
import { useRead } from '../../../data/useRead.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Loaded, LoadingRows } from '../../../ui/states.tsx';
import { t } from '../words.ts';
import { countOf, ReadPeopleList } from './ReadPeopleList.tsx';

/** What a reading would do now: asked once, because the system is asked for everybody. */
export function ReadPeoplePreview({ systemId }: { systemId: string }) {
  const preview = useRead('settings.systems.previewPeople', { id: systemId }, { live: false });
  return (
    <Box sx={{ mb: 4 }}>
      <Loaded query={preview} loading={<LoadingRows rows={3} />}>
        {({ isWhole, counts, people }) => (
          <>
            <Typography role="status" sx={{ mb: 3 }}>
              {t('readWould', { count: counts.read, unchanged: counts.unchanged })}
            </Typography>
            {!isWhole && <Banner tone="warning">{t('readNotWhole')}</Banner>}
            {READ_AS.map((what) => (
              <ReadPeopleList
                key={what}
                title={t('readGroup', { what, count: countOf(counts, what) })}
                people={people.filter((one) => one.what === what)}
              />
            ))}
          </>
        )}
      </Loaded>
    </Box>
  );
}
