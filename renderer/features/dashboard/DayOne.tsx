import { mdiCheckCircle, mdiCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { DayOneStep } from '../../../contract/dayOne.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

const STEPS: Record<DayOneStep, { words: string; href: string }> = {
  address: { words: t('dayOneAddress'), href: paths.settings({ section: 'address' }) },
  mail: { words: t('dayOneMail'), href: paths.settings({ section: 'mail' }) },
  help_desk: { words: t('dayOneHelpDesk'), href: paths.settings({ section: 'organisation' }) },
  people: { words: t('dayOnePeople'), href: paths.importUsers() },
  second_administrator: { words: t('dayOneSecond'), href: paths.users() },
  policy: { words: t('dayOnePolicy'), href: paths.policy() },
  invitations: { words: t('dayOneInvitations'), href: paths.users({ invitation: 'draft' }) },
};

type Steps = OutputOf<'dashboard.dayOne'>['steps'];

/** What is left of the first day; undefined until that is known, so that nothing is pushed down by it. */
export function useDayOne(): Steps | undefined {
  const canManage = useCan('users.manage');
  const { data, error } = useRead('dashboard.dayOne', {}, { enabled: canManage });
  return canManage && !error ? data?.steps : [];
}

/** Each step with its place; until all is done, or somebody puts it away. */
export function DayOne({ steps }: { steps: Steps }) {
  const putAway = useWrite('dashboard.putDayOneAway');
  if (steps.length === 0) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <Section
      title={t('dayOneTitle', { done, count: steps.length })}
      action={
        <Button size="small" onClick={() => putAway.mutate({})} disabled={putAway.isPending}>
          {t('dayOnePutAway')}
        </Button>
      }
    >
      {putAway.error && <Banner tone="danger">{putAway.error.refusal}</Banner>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((step) => (
          <Box key={step.name} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1 }}>
            <Box
              component="span"
              sx={{ display: 'flex', color: step.done ? 'success.main' : 'text.secondary' }}
            >
              <Icon
                path={step.done ? mdiCheckCircle : mdiCircleOutline}
                size={20}
                titleAccess={step.done ? t('dayOneDone') : undefined}
              />
            </Box>
            {step.done ? (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {STEPS[step.name].words}
              </Box>
            ) : (
              <Link href={STEPS[step.name].href}>{STEPS[step.name].words}</Link>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
