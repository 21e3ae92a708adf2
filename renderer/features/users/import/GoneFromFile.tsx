import Box from '@mui/material/Box';
import type { OutputOf } from '../../../../contract/operations.ts';
import { allOf } from '../../../language/intl.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Field } from '../../../ui/Field.tsx';
import { t } from '../words.ts';

interface Props {
  gone: NonNullable<OutputOf<'users.import'>['gone']>;
  typed: string;
  onTyped: (typed: string) => void;
}

/** Who is in no row of a file that has everybody, and the number that agrees to their suspension. */
export function GoneFromFile({ gone: { count, people, kept }, typed, onTyped }: Props) {
  const names = people.map(({ name }) => name);
  const rest = count - names.length;
  return (
    <Box sx={{ mb: 4 }}>
      <Banner tone={count > 0 ? 'warning' : 'success'}>
        {t('goneFromFile', { count })}{' '}
        {count > 0 && allOf(rest > 0 ? [...names, t('moreNames', { count: rest })] : names)}
        {count > 0 && '. '}
        {kept > 0 && t('goneKept', { count: kept })}
      </Banner>
      {count > 0 && (
        <Field
          label={t('typeTotal', { count })}
          value={typed}
          inputProps={{ inputMode: 'numeric' }}
          onChange={({ target }) => onTyped(target.value)}
          sx={{ maxWidth: 320 }}
        />
      )}
    </Box>
  );
}
