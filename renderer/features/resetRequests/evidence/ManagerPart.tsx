import { mdiAccountQuestionOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { rich, t } from '../words.ts';

/** The manager's word can only be asked for: they give it themselves, signed in. */
export function ManagerPart({ request, canAsk }: { request: ResetRequest; canAsk: boolean }) {
  const { managerConfirmation, person, id } = request;
  const { allowed, refusal, asked } = managerConfirmation;
  const ask = useRequestWrite('resetRequests.askManager');
  const isWaiting = asked !== null && asked.outcome === null;
  return (
    <>
      {isWaiting && (
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Icon path={mdiAccountQuestionOutline} sx={{ color: 'primary.main' }} />
          <div>
            <Typography>
              {rich('managerAsked', {
                manager: asked.manager.name,
                name: asked.by.name,
                at: <RelativeTime at={asked.at} />,
              })}
            </Typography>
            {asked.deputy && asked.deputyFrom && (
              <Typography variant="body2" color="textSecondary">
                {rich('deputyFrom', {
                  at: <RelativeTime at={asked.deputyFrom} due />,
                  name: asked.deputy.name,
                })}
              </Typography>
            )}
          </div>
        </Box>
      )}
      {refusal && !isWaiting && <Banner tone="warning">{refusal}</Banner>}
      {ask.error && <Banner tone="danger">{ask.error.message}</Banner>}
      {allowed && canAsk && !isWaiting && (
        <SubmitButton variant="outlined" busy={ask.isPending} onClick={() => ask.mutate({ id })}>
          {person.manager ? t('askManagerNamed', { name: person.manager.name }) : t('askManager')}
        </SubmitButton>
      )}
    </>
  );
}
