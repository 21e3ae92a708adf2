import { mdiAlertOutline, mdiArrowRight } from '@mdi/js';
import Box from '@mui/material/Box';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { PolicyField } from '../policyFields.tsx';
import { t } from '../words.ts';

interface Props {
  from: PolicyDocument;
  to: PolicyDocument;
  fields: readonly PolicyField[];
  /** Settings to look at twice. */
  marked?: readonly PolicyField[];
}

/** Settings that differ, each with what it was and what it is. */
export function DifferenceList({ from, to, fields, marked = [] }: Props) {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', rowGap: 2, fontSize: '0.8125rem', '& dd': { m: 0 } }}>
      {fields.map((field) => (
        <div key={field.key}>
          <Box component="dt" sx={{ fontWeight: 500, display: 'flex', alignItems: 'center', gap: 1 }}>
            {marked.includes(field) && (
              <Icon
                path={mdiAlertOutline}
                size={16}
                titleAccess={t('bothChanged')}
                sx={{ color: 'warning.main' }}
              />
            )}
            {field.label}
          </Box>
          <Box
            component="dd"
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1.5 }}
          >
            {field.showChange?.(from, to) ?? (
              <>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {field.show(from)}
                </Box>
                <Icon path={mdiArrowRight} size={14} titleAccess={t('became')} sx={{ alignSelf: 'center' }} />
                <span>{field.show(to)}</span>
              </>
            )}
          </Box>
        </div>
      ))}
    </Box>
  );
}
