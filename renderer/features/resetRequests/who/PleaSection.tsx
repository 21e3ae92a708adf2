import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { deviceOf } from '../../../shared/device.ts';
import { reasonWords } from '../../../shared/resetReasons.ts';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { t } from '../words.ts';

/** What was asked for, in the requester's words, and from where. */
export function PleaSection({ request }: { request: ResetRequest }) {
  const { reason, source, openedBy, origin, userNote } = request;
  const facts = [
    { term: t('reason'), value: reasonWords(reason) },
    { term: t('made'), value: t('madeWhere', { source }) },
    ...(openedBy && (source === 'staff' || source === 'direct')
      ? [{ term: t('openedBy'), value: openedBy.name }]
      : []),
    ...(origin.userAgent ? [{ term: t('device'), value: deviceOf(origin.userAgent) }] : []),
    ...(origin.address ? [{ term: t('network'), value: origin.address }] : []),
  ];
  return (
    <Section title={t('theRequest')}>
      <DescriptionList facts={facts} />
      {userNote && (
        <Box sx={{ mt: 4 }}>
          <Typography variant="body2" color="textSecondary">
            {source === 'staff' || source === 'direct' ? t('noteOnOpening') : t('theyWrote')}
          </Typography>
          <Typography
            component="blockquote"
            sx={{ m: 0, mt: 1, pl: 3, borderLeft: 2, borderColor: 'divider', whiteSpace: 'pre-wrap' }}
          >
            {userNote}
          </Typography>
        </Box>
      )}
    </Section>
  );
}
