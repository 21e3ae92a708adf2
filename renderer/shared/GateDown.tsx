import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { useCan } from '../data/me.ts';
import { useRead } from '../data/useRead.ts';
import { allOf } from '../language/intl.ts';
import { strong } from '../language/rich.ts';
import { Banner } from '../ui/Banner.tsx';
import { rich, t } from './words.ts';

/** Page docs/systems/when-the-gate-is-down.md. */
const STEPS = [
  t('gateDownWait'),
  t('gateDownWho'),
  t('gateDownCheck'),
  t('gateDownRemove'),
  t('gateDownSetUp'),
  t('gateDownWrite'),
  t('gateDownExplain'),
  t('gateDownReport'),
];

/** To officers, while a connected system or the mail server can't be reached: who may act there by hand, how, and what is said of it afterwards. */
export function GateDown() {
  const id = useId();
  const isOfficer = useCan('policy.write');
  const [isOpen, setOpen] = useState(false);
  const { data } = useRead('resetRequests.outside', { limit: 1 }, { enabled: isOfficer });
  if (!data || data.watched.length === 0) return null;
  const unread = data.watched.filter(({ problem }) => problem !== null).map(({ system }) => system);
  if (unread.length === 0 && !data.mailWaits) return null;
  return (
    <Banner
      tone="warning"
      action={
        <Button
          size="small"
          variant="outlined"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('gateDownHide') : t('gateDownShow')}
        </Button>
      }
    >
      {unread.length > 0 && <div>{rich('gateDownSystem', { b: strong, systems: allOf(unread) })}</div>}
      {data.mailWaits && <div>{rich('gateDownMail', { b: strong })}</div>}
      <Box id={id} hidden={!isOpen}>
        <Box component="ol" aria-label={t('gateDownTitle')} sx={{ mt: 2, mb: 0, pl: 4, '& li': { py: 0.5 } }}>
          {STEPS.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </Box>
      </Box>
    </Banner>
  );
}
