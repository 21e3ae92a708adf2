import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Exemption } from '../../../../contract/operations/policy.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { byEnd, exemptionChanges, isOver } from './exemptionWords.ts';
import { PersonName } from '../PersonName.tsx';
import { rich, t } from '../words.ts';

/** Who is exempt, to be read. */
export function ExemptionList({ exemptions }: { exemptions: readonly Exemption[] }) {
  const now = useNow();
  if (exemptions.length === 0) return t('nobodyExemptValue');
  return exemptions.toSorted(byEnd(now)).map((exemption) => (
    <Line key={exemption.userId}>
      <One exemption={exemption} />
    </Line>
  ));
}

/** What became of exemptions, a line for each that differs. */
export function ExemptionChanges({ from, to }: { from: readonly Exemption[]; to: readonly Exemption[] }) {
  return (
    <span>
      {exemptionChanges(from, to).map(({ what, exemption }) => (
        <Line key={exemption.userId}>{rich(what, { soft, exemption: <One exemption={exemption} /> })}</Line>
      ))}
    </span>
  );
}

function One({ exemption }: { exemption: Exemption }) {
  const { userId, reason, ownerId, endsAt } = exemption;
  return rich(isOver(exemption, useNow()) ? 'exemptionLineOver' : 'exemptionLine', {
    person: <PersonName id={userId} />,
    at: <RelativeTime at={endsAt} dayOnly due />,
    reason: reason.replace(/[.\s]+$/, ''),
    owner: <PersonName id={ownerId} />,
  });
}

const soft = (words: ReactNode) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {words}
  </Box>
);

const Line = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', '& + &': { mt: 1 } }}>
    {children}
  </Box>
);
