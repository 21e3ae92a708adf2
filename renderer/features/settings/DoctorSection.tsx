import { mdiAlertOutline, mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRead } from '../../data/useRead.ts';
import { withCommands } from '../../shared/withCommands.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { Loaded, LoadingRows } from '../../ui/states.tsx';
import { t } from './words.ts';

/** What `gatehouse doctor` finds, each with what to do. */
export function DoctorSection() {
  // Looking takes a moment, and asks others: not at each change that somebody makes.
  const found = useRead('settings.doctor', {}, { live: false });
  return (
    <Section
      title={t('thisServer')}
      id="this-server"
      lead={t('thisServerLead')}
      action={
        // Where it failed, what failed has its own.
        found.data && (
          <Button
            size="small"
            variant="outlined"
            disabled={found.isFetching}
            onClick={() => void found.refetch()}
          >
            {t('lookAgain')}
          </Button>
        )
      }
    >
      <Loaded query={found} loading={<LoadingRows rows={3} />}>
        {({ findings }) =>
          findings.length === 0 ? (
            <Box role="status" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
              <Icon path={mdiCheckCircleOutline} size={18} sx={{ color: 'success.main' }} />
              <Typography>{t('allInOrder')}</Typography>
            </Box>
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {findings.map(({ code, sentence }) => (
                <Box component="li" key={code} sx={{ display: 'flex', gap: 2, py: 1.5 }}>
                  <Icon
                    path={mdiAlertOutline}
                    size={18}
                    sx={{ color: 'text.secondary', mt: 0.25, flexShrink: 0 }}
                  />
                  <Typography variant="body2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    {withCommands(sentence)}
                  </Typography>
                </Box>
              ))}
            </Box>
          )
        }
      </Loaded>
    </Section>
  );
}
