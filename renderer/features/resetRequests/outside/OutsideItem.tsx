import {
  mdiAlertCircleOutline,
  mdiAlertOctagonOutline,
  mdiCheckCircleOutline,
  mdiProgressClock,
} from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { OutsideAct } from '../../../../contract/operations/outside.ts';
import { paths } from '../../../../contract/paths.ts';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { rich, t } from '../words.ts';
import { OutsideDialog } from './OutsideDialog.tsx';

const LOOK = {
  open: { icon: mdiAlertCircleOutline, label: t('outsideOpen'), tone: 'danger' },
  half_explained: { icon: mdiProgressClock, label: t('outsideHalf'), tone: 'warning' },
  explained: { icon: mdiCheckCircleOutline, label: t('outsideExplained'), tone: 'success' },
  reported: { icon: mdiAlertOctagonOutline, label: t('outsideReported'), tone: 'danger' },
} as const;

/** As a system writes it: nobody reads it as a word. */
const id = (text: string) => <code>{text}</code>;

/** One of them: whose factor, by whom, when, how; and what officers said of it. */
export function OutsideItem({ act }: { act: OutsideAct }) {
  const { system, user, account, factor, by, byOurs, address, foundBy, notBefore, at, state, notes } = act;
  const [answer, setAnswer] = useState<'explain' | 'report' | null>(null);
  const name = by && (by.user?.name ?? by.name ?? id(by.id));
  const when =
    foundBy === 'log' ? (
      <RelativeTime at={at} />
    ) : (
      rich('outsideBetween', { from: <RelativeTime at={notBefore} />, to: <RelativeTime at={at} /> })
    );
  return (
    <Section title={t('outsideWhat', { act: act.act, system })}>
      <Box sx={{ mb: 3 }}>
        <StatusChip {...LOOK[state]} />
      </Box>
      <DescriptionList
        facts={[
          {
            term: t('outsideWhose'),
            value: user ? (
              <Link component={RouterLink} to={paths.user(user.id)}>
                {user.name}
              </Link>
            ) : (
              t('outsideNobodys')
            ),
          },
          ...(user
            ? []
            : [{ term: t('outsideAccount'), value: account ? id(account) : t('outsideUnknown') }]),
          {
            term: t('outsideFactor'),
            value:
              factor.name ??
              (factor.id === '' ? t('outsideFactorUnnamed') : rich('outsideFactorId', { id: id(factor.id) })),
          },
          {
            term: t('outsideBy'),
            value: byOurs ? t('outsideByOurs') : (name ?? t('outsideByUnknown')),
          },
          { term: t('outsideWhen'), value: when },
          {
            term: t('outsideHow'),
            value:
              foundBy === 'log'
                ? t('outsideByLog', { address: address ?? 'none' })
                : t('outsideByComparison'),
          },
        ]}
      />
      {notes.map((note) => (
        <Typography key={note.at} sx={{ mt: 3 }}>
          {rich('outsideNote', {
            kind: note.kind === 'explained' && note.breakGlass ? 'break_glass' : note.kind,
            name: note.by?.name ?? t('outsideUnknown'),
            at: <RelativeTime at={note.at} />,
            note: note.note,
          })}
        </Typography>
      ))}
      {act.mayAnswer && state !== 'reported' && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
          {state !== 'explained' && (
            <Button variant="outlined" onClick={() => setAnswer('explain')}>
              {t('outsideExplain')}
            </Button>
          )}
          <Button variant="outlined" color="error" onClick={() => setAnswer('report')}>
            {t('outsideReport')}
          </Button>
        </Box>
      )}
      {answer && <OutsideDialog act={act} answer={answer} onClose={() => setAnswer(null)} />}
    </Section>
  );
}
