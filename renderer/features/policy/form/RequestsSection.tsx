import { mdiClose } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { CONSEQUENCES } from './consequences.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { PersonName } from '../PersonName.tsx';
import { NOTICES_WORDS } from '../policyWords.ts';
import { Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';

/** What holds for reset requests of every tier. */
export function RequestsSection({ policy, problems }: SectionProps) {
  const { draft, set } = policy;
  const { resetNotices } = draft;
  const common = { policy, problems };
  return (
    <Section title="All reset requests">
      <Setting {...common} of="resetNotices" consequence={CONSEQUENCES.resetNotices(draft)}>
        <PersonPicker
          key={resetNotices.length}
          label="Mail new requests to"
          value={null}
          onChange={(person) =>
            person && !resetNotices.includes(person.id) && set({ resetNotices: [...resetNotices, person.id] })
          }
          helper="Staff who may verify requests."
        />
        {resetNotices.length > 0 && (
          <Box
            component="ul"
            aria-label="Chosen people"
            sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}
          >
            {resetNotices.map((id) => (
              <Box
                component="li"
                key={id}
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  pl: 2.5,
                  borderRadius: '6px',
                  bgcolor: 'soft.neutral',
                }}
              >
                <span id={`notice-${id}`}>
                  <PersonName id={id} />
                </span>
                <IconButton
                  size="small"
                  aria-label="Remove"
                  aria-describedby={`notice-${id}`}
                  onClick={() => set({ resetNotices: resetNotices.filter((one) => one !== id) })}
                >
                  <Icon path={mdiClose} size={16} />
                </IconButton>
              </Box>
            ))}
          </Box>
        )}
      </Setting>
      <Setting {...common} of="resetNoticesAs" consequence={CONSEQUENCES.resetNoticesAs(draft)}>
        <ChoiceField
          label="Mails of new requests"
          options={(['each', 'digest'] as const).map((value) => ({ value, label: NOTICES_WORDS[value] }))}
          value={draft.resetNoticesAs}
          onChange={(resetNoticesAs) => set({ resetNoticesAs })}
        />
      </Setting>
      <Setting {...common} of="helpDeskDecides">
        <SwitchField
          label="Help desk decides standard requests"
          helper={CONSEQUENCES.helpDeskDecides(draft)}
          checked={draft.helpDeskDecides}
          onChange={(helpDeskDecides) => set({ helpDeskDecides })}
        />
      </Setting>
      <Setting {...common} of="requestExpiryDays" consequence={CONSEQUENCES.requestExpiryDays(draft)}>
        <NumberField
          label="Requests expire after"
          unit="days"
          value={draft.requestExpiryDays}
          onChange={(requestExpiryDays) => set({ requestExpiryDays })}
          isWrong={'requestExpiryDays' in problems}
        />
      </Setting>
    </Section>
  );
}
