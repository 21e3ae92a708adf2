import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Exemption } from '../../../../contract/operations/policy.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { byEnd, exemptionChanges, isOver } from './exemptionWords.ts';
import { PersonName } from '../PersonName.tsx';

/** Who is exempt, to be read. */
export function ExemptionList({ exemptions }: { exemptions: readonly Exemption[] }) {
  const now = useNow();
  if (exemptions.length === 0) return 'Nobody is exempt';
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
        <Line key={exemption.userId}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {what}
          </Box>{' '}
          <One exemption={exemption} />
        </Line>
      ))}
    </span>
  );
}

function One({ exemption }: { exemption: Exemption }) {
  const { userId, reason, ownerId, endsAt } = exemption;
  return (
    <>
      <PersonName id={userId} /> {isOver(exemption, useNow()) ? '(over)' : 'until'}{' '}
      <RelativeTime at={endsAt} dayOnly />: {reason.replace(/[.\s]+$/, '')} (<PersonName id={ownerId} />{' '}
      answers for it)
    </>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', '& + &': { mt: 1 } }}>
    {children}
  </Box>
);
