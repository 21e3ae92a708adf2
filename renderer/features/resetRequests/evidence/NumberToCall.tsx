import { mdiPhoneOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useShell } from '../../../data/context.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { grouped } from '../../../shared/phoneNumbers.ts';
import { t } from '../words.ts';

type Callable = ResetRequest['person']['numbers'][number];
export type NumberKind = Callable['kind'];

/** Numbers that a call proves something to; no other is offered. */
export function callable({ person }: ResetRequest): Callable[] {
  return person.numbers.filter(({ refusal }) => refusal === null);
}

const ENDING = { phone: 'phoneEnding', mobile: 'mobileEnding' } as const;
const ON_RECORD: Record<NumberKind, string> = { phone: t('phoneOnRecord'), mobile: t('mobileOnRecord') };

interface Props {
  numbers: readonly Callable[];
  chosen: NumberKind | undefined;
  onChoose: (kind: NumberKind) => void;
}

/** The number to call, large enough to dial from; nothing to type one into. */
export function NumberToCall({ numbers, chosen, onChoose }: Props) {
  const { copySecret } = useShell();
  const number = numbers.find(({ kind }) => kind === chosen);
  return (
    <>
      {numbers.length > 1 && (
        <ChoiceField
          label={t('numberToCall')}
          options={numbers.map(({ kind, value }) => ({
            value: kind,
            label: t(ENDING[kind], { ending: value.slice(-2) }),
          }))}
          value={chosen ?? ''}
          onChange={onChoose}
        />
      )}
      {number && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 3,
            mb: 4,
            px: 4,
            py: 3,
            borderRadius: '6px',
            border: 1,
            borderColor: 'control.main',
          }}
        >
          <Icon path={mdiPhoneOutline} sx={{ color: 'primary.main' }} />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{ON_RECORD[number.kind]}</Box>
            <Box
              sx={{
                fontSize: '1.25rem',
                fontWeight: 600,
                fontVariantNumeric: 'tabular-nums',
                whiteSpace: 'nowrap',
              }}
            >
              {grouped(number.value)}
            </Box>
          </Box>
          <CopyButton label={t('copyNumber')} copy={() => copySecret(number.value)} />
        </Box>
      )}
    </>
  );
}
