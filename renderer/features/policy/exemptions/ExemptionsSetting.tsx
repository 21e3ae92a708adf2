import { mdiPlus } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { Exemption } from '../../../../contract/operations/policy.ts';
import { rangeOf } from '../../../../contract/rangeOf.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { ExemptionDialog } from './ExemptionDialog.tsx';
import { ExemptionRow } from './ExemptionRow.tsx';
import { byEnd, exemptionConsequence } from './exemptionWords.ts';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { t } from '../words.ts';

const [, MOST] = rangeOf(PolicyDocument.properties.exemptions);
/** So many in sight. */
const FEW = 5;

/** An exemption that is changed, with those it names where they are still here; null is a new one. */
type Edited = { was: Exemption; person: Person; owner: Person | null } | null;

/** Whom the rule leaves out, why, who answers for it and until when. */
export function ExemptionsSetting({ policy, problems }: SectionProps) {
  const { exemptions } = policy.draft;
  const now = useNow();
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const [isAll, setAll] = useState(false);
  const [dialog, setDialog] = useState<{ edited: Edited } | null>(null);
  const sorted = exemptions.toSorted(byEnd(now));
  const shown = isAll ? sorted : sorted.slice(0, FEW);
  const set = (next: Exemption[]) => policy.set({ exemptions: next });
  const without = (userId: string) => exemptions.filter((exemption) => exemption.userId !== userId);
  return (
    <Setting policy={policy} problems={problems} of="exemptions" wide>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 4, rowGap: 2 }}>
        <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
          <Typography id={id} variant="body2" sx={{ fontWeight: 500 }}>
            {t('exemptions')}
          </Typography>
          <Typography variant="body2" color="textSecondary" aria-live="polite">
            {shown.length === 0 ? t('nobodyExempt') : exemptionConsequence(policy.draft, now)}
          </Typography>
        </Box>
        <Button
          ref={add}
          size="small"
          variant="outlined"
          startIcon={<Icon path={mdiPlus} size={18} />}
          aria-disabled={exemptions.length >= MOST || undefined}
          onClick={() => exemptions.length < MOST && setDialog({ edited: null })}
        >
          {t('exemptSomebody')}
        </Button>
      </Box>
      {shown.length > 0 && (
        <Box component="ul" aria-labelledby={id} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map((exemption) => (
            <ExemptionRow
              key={exemption.userId}
              exemption={exemption}
              now={now}
              onEdit={(person, owner) => setDialog({ edited: { was: exemption, person, owner } })}
              onRemove={() => {
                set(without(exemption.userId));
                add.current?.focus();
              }}
            />
          ))}
        </Box>
      )}
      {shown.length < sorted.length && (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 2 }}>
          {t('showAll', { count: sorted.length })}
        </Button>
      )}
      {dialog && (
        <ExemptionDialog
          edited={dialog.edited}
          exempt={exemptions}
          onDone={(exemption) => {
            set([...without(exemption.userId), exemption]);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </Setting>
  );
}
