import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { deviceOf } from '../../../shared/device.ts';
import { SOURCE_WORDS } from '../../../shared/requestLook.ts';
import { reasonWords } from '../../../shared/resetReasons.ts';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { Section } from '../../../ui/Section.tsx';

/** What was asked for, in the requester's words, and from where. */
export function PleaSection({ request }: { request: ResetRequest }) {
  const { reason, source, openedBy, origin, userNote } = request;
  const facts = [
    { term: 'Reason', value: reasonWords(reason) },
    { term: 'Made', value: capital(SOURCE_WORDS[source]) },
    ...(openedBy && source !== 'sign_in' && source !== 'disable'
      ? [{ term: 'Opened by', value: openedBy.name }]
      : []),
    ...(origin.userAgent ? [{ term: 'Device', value: deviceOf(origin.userAgent) }] : []),
    ...(origin.address ? [{ term: 'Network', value: origin.address }] : []),
  ];
  return (
    <Section title="The request">
      <DescriptionList facts={facts} />
      {userNote && (
        <Box sx={{ mt: 4 }}>
          <Typography variant="body2" color="textSecondary">
            {source === 'staff' || source === 'direct' ? 'Note when it was opened' : 'They wrote'}
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

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
