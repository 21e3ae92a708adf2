import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import type { Policy } from '../../../../contract/operations/policy.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { differences, documentOf } from '../policyFields.tsx';
import { rich, t } from '../words.ts';

interface Props {
  policy: Policy;
  /** The version before it, where it is on screen. */
  before: Policy | undefined;
  /** The address of its comparison with the one in force; undefined for that one itself. */
  comparison: string | undefined;
}

/** One version: who saved it, when, why, and what it changed. */
export function VersionItem({ policy, before, comparison }: Props) {
  const canWrite = useCan('policy.write');
  const navigate = useNavigate();
  const { version, reason, savedBy, savedAt } = policy;
  const at = <RelativeTime at={savedAt} />;
  const fields = before ? differences(before, policy) : [];
  const bringBack = () =>
    void navigate(paths.policy(), { state: { begin: { document: documentOf(policy), version } } });
  return (
    <li>
      <Section>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 3 }}>
          <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
              <Typography variant="h2">{t('version', { version: String(version) })}</Typography>
              {!comparison && <StatusChip icon={mdiCheckCircleOutline} label={t('inForce')} tone="success" />}
            </Box>
            <Typography sx={{ mt: 1 }}>{reason}</Typography>
            <Typography variant="body2" color="textSecondary">
              {savedBy
                ? rich('savedByAt', { name: savedBy.name, at })
                : rich(version === 1 ? 'madeWithOrganisation' : 'byServer', { at })}
            </Typography>
          </Box>
          {comparison && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
              <Button size="small" variant="outlined" href={comparison}>
                {t('compare')}
              </Button>
              {canWrite && (
                <Button size="small" variant="outlined" onClick={bringBack}>
                  {t('bringBack')}
                </Button>
              )}
            </Box>
          )}
        </Box>
        {before && (
          <Box sx={{ mt: 3, pt: 3, borderTop: 1, borderColor: 'divider' }}>
            {fields.length > 0 ? (
              <DifferenceList from={before} to={policy} fields={fields} />
            ) : (
              <Typography variant="body2" color="textSecondary">
                {t('sameAsBefore', { version: String(before.version) })}
              </Typography>
            )}
          </Box>
        )}
      </Section>
    </li>
  );
}
