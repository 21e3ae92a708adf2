import Typography from '@mui/material/Typography';
import { FieldNote } from '../../../ui/fieldParts.tsx';
import { Section } from '../../../ui/Section.tsx';
import { sessionWords } from './consequences.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { t } from '../words.ts';

const PARTS = [
  { part: 'idleMinutes', label: t('idleFor'), unit: 'unitMinutes' },
  { part: 'absoluteHours', label: t('inAnyCase'), unit: 'unitHours' },
] as const;

/** How long people stay signed in. */
export function SessionsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const { sessions } = draft;
  return (
    <Section title={t('sessions')} lead={t('sessionsLead')}>
      {(['staff', 'users'] as const).flatMap((whose) =>
        PARTS.map(({ part, label, unit }) => (
          <Setting
            key={`${whose} ${part}`}
            policy={policy}
            problems={problems}
            of={`sessions.${whose}.${part}`}
            consequence={part === 'absoluteHours' ? sessionWords(draft, whose) : ''}
          >
            {part === 'idleMinutes' && (
              <Typography variant="h3" sx={{ mb: '12px !important' }}>
                {whose === 'staff' ? t('staff') : t('users')}
              </Typography>
            )}
            <NumberField
              label={label}
              unit={t(unit, { count: sessions[whose][part] })}
              value={sessions[whose][part]}
              onChange={(value) =>
                set({ sessions: { ...sessions, [whose]: { ...sessions[whose], [part]: value } } })
              }
              isWrong={`sessions.${whose}.${part}` in problems}
            />
            {part === 'absoluteHours' && (
              <FieldNote id={`problem-sessions.${whose}`} error={problems[`sessions.${whose}`]} />
            )}
          </Setting>
        )),
      )}
    </Section>
  );
}
