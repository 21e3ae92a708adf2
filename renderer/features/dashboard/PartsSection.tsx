import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { PEOPLE_PARTS, type PeoplePart } from '../../../contract/userStates.ts';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { PartsBar } from '../../ui/PartsBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

/** In the order in which they stand. */
const LOOKS: Record<PeoplePart, { label: string; colour: string; striped?: boolean }> = {
  withMfa: { label: t('withMfa'), colour: 'success.main' },
  stopped: { label: t('stoppedAuthenticators'), colour: 'error.main', striped: true },
  inGrace: { label: t('inGrace'), colour: 'warning.main' },
  blocked: { label: t('blocked'), colour: 'error.main' },
  notRequired: { label: t('notRequired'), colour: 'control.main' },
  external: { label: t('ssoOnly'), colour: 'primary.main', striped: true },
  suspended: { label: t('suspendedWithout'), colour: 'control.main', striped: true },
};
const PARTS = Object.keys(LOOKS) as PeoplePart[];

/** Everybody in one bar, each person in one part of it. */
export function PartsSection({ users, parts }: Pick<OutputOf<'dashboard.get'>, 'users' | 'parts'>) {
  return (
    <Section
      title={t('everybody')}
      action={<FigureLink href={paths.users()}>{t('people', { count: users.total })}</FigureLink>}
    >
      <PartsBar
        label={t('everybody')}
        parts={PARTS.map((part) => ({
          key: part,
          ...LOOKS[part],
          value: parts[part],
          href: paths.users(PEOPLE_PARTS[part]),
        }))}
      />
    </Section>
  );
}
