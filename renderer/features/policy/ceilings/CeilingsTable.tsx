import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { CEILING_SCOPES, CEILING_WINDOWS } from '../../../../contract/ceilings.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { useRead } from '../../../data/useRead.ts';
import { figure } from '../../../language/intl.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Loaded, LoadingRows } from '../../../ui/states.tsx';
import { rich, t } from '../words.ts';

type CeilingNow = OutputOf<'resetRequests.ceilings'>['ceilings'][number];

/** How many resets there are by now of how many, and what is usual. */
export function CeilingsTable() {
  const id = useId();
  const ceilings = useRead('resetRequests.ceilings', {});
  return (
    <>
      <Typography id={id} variant="body2" component="h3" sx={{ fontWeight: 500, mt: 2 }}>
        {t('ceilingsNow')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 760 }}>
        {t('ceilingsRead')}
        {ceilings.data?.countedFrom && (
          <> {rich('ceilingsCountedFrom', { at: <RelativeTime at={ceilings.data.countedFrom} /> })}</>
        )}
      </Typography>
      <Loaded query={ceilings} loading={<LoadingRows rows={3} height={33} />}>
        {({ ceilings: each }) => (
          <Table size="small" aria-labelledby={id} sx={{ '& td, & th': { py: '2px', px: 0, pr: 3 } }}>
            <TableHead>
              <TableRow>
                <TableCell>{t('ceilingWhose')}</TableCell>
                {CEILING_WINDOWS.map((window) => (
                  <TableCell key={window}>{t('ceilingWindow', { window })}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {CEILING_SCOPES.map((scope) => (
                <TableRow key={scope}>
                  <TableCell component="th" scope="row">
                    {t('ceilingScope', { scope })}
                  </TableCell>
                  {CEILING_WINDOWS.map((window) => (
                    <TableCell key={window}>
                      {each
                        .filter((one) => one.scope === scope && one.window === window)
                        .map((one) => (
                          <Now key={window} {...one} />
                        ))}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Loaded>
    </>
  );
}

function Now({ usual, ceiling, isSet, count, person }: CeilingNow) {
  const values = { count: figure(count), ceiling: figure(ceiling) };
  return (
    <>
      {person ? t('ceilingCountOf', { ...values, name: person.name }) : t('ceilingCount', values)}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {isSet ? t('ceilingIsSet') : t('ceilingUsual', { usual: figure(usual) })}
      </Box>
    </>
  );
}
