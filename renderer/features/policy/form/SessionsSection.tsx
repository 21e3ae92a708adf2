import Box from '@mui/material/Box';
import { FieldNote } from '../../../ui/fieldParts.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NumberInput } from '../fields/NumberInput.tsx';
import { Setting, SettingGrid, problemId, problemIdIn } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { sectionOf } from '../policySections.ts';
import { rich, t } from '../words.ts';

const WHOSE = [
  { whose: 'staff', line: 'staffSessions', idle: t('staffIdle'), absolute: t('staffAbsolute') },
  { whose: 'users', line: 'userSessions', idle: t('usersIdle'), absolute: t('usersAbsolute') },
] as const;

/** How long people stay signed in: a sentence each, with its numbers as fields. */
export function SessionsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const { sessions } = draft;
  return (
    <Section {...sectionOf('sessions')} lead={t('sessionsLead')}>
      <SettingGrid>
        {WHOSE.map(({ whose, line, idle, absolute }) => {
          const limits = sessions[whose];
          const field = (part: keyof typeof limits, label: string, unit: 'unitMinutes' | 'unitHours') => (
            <NumberInput
              label={label}
              unit={t(unit, { count: limits[part] })}
              value={limits[part]}
              onChange={(value) => set({ sessions: { ...sessions, [whose]: { ...limits, [part]: value } } })}
              problemId={
                problemIdIn(problems, `sessions.${whose}.${part}`) ??
                problemIdIn(problems, `sessions.${whose}`)
              }
            />
          );
          return (
            <Setting
              key={whose}
              policy={policy}
              problems={problems}
              of={[`sessions.${whose}.idleMinutes`, `sessions.${whose}.absoluteHours`]}
            >
              <Box sx={{ lineHeight: '40px', '& .MuiInputBase-root': { verticalAlign: 'middle' } }}>
                {rich(line, {
                  minutes: field('idleMinutes', idle, 'unitMinutes'),
                  hours: field('absoluteHours', absolute, 'unitHours'),
                })}
              </Box>
              <FieldNote id={problemId(`sessions.${whose}`)} error={problems[`sessions.${whose}`]} />
            </Setting>
          );
        })}
      </SettingGrid>
    </Section>
  );
}
