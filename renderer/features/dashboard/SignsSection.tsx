import Box from '@mui/material/Box';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { figure } from '../../language/intl.ts';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

type Signs = OutputOf<'dashboard.get'>['signs'];

const LABELS: Record<Signs[number]['action'], string> = {
  'mfa.wrong_code': t('wrongCodesToday'),
  'mfa.wrong_activation_code': t('wrongActivationCodes'),
  'reset_request.vetoed': t('vetoes'),
};

/** What would be more than usual while somebody attacks; each opens the log's events that it counts. */
export function SignsSection({ signs }: { signs: Signs }) {
  const canSeeLog = useCan('audit.read');
  return (
    <Section title={t('signs')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
        {signs.map(({ action, since, count }) => (
          <Box
            component="li"
            key={action}
            sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, py: 1 }}
          >
            {LABELS[action]}
            {canSeeLog ? (
              <FigureLink href={paths.audit({ action, from: since })}>{figure(count)}</FigureLink>
            ) : (
              <span>{figure(count)}</span>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
