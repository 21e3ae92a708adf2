import Typography from '@mui/material/Typography';
import { FieldNote } from '../../../ui/fieldParts.tsx';
import { Section } from '../../../ui/Section.tsx';
import { sessionWords } from './consequences.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';

const PARTS = [
  { part: 'idleMinutes', label: 'Signed out when idle for', unit: 'minutes' },
  { part: 'absoluteHours', label: 'Signed out in any case after', unit: 'hours' },
] as const;

/** How long people stay signed in. */
export function SessionsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const { sessions } = draft;
  return (
    <Section title="Sessions" lead="Counts for sessions that run already, too.">
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
                {whose === 'staff' ? 'Staff' : 'Users'}
              </Typography>
            )}
            <NumberField
              label={label}
              unit={unit}
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
