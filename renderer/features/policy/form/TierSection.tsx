import Box from '@mui/material/Box';
import { INSET } from '../../../ui/inset.ts';
import { Section } from '../../../ui/Section.tsx';
import type { ComponentProps } from 'react';
import { sectionOf } from '../policySections.ts';
import { SensitiveSetting } from './SensitiveSetting.tsx';
import { TierMatrix } from './TierMatrix.tsx';

/** What each tier asks for, and whom policy names as sensitive. */
export function TierSection(props: ComponentProps<typeof TierMatrix>) {
  return (
    <Section {...sectionOf('tiers')} flush>
      <TierMatrix {...props} />
      <Box sx={{ px: INSET, py: 3, borderTop: 1, borderColor: 'divider' }}>
        <SensitiveSetting policy={props.policy} problems={props.problems} />
      </Box>
    </Section>
  );
}
