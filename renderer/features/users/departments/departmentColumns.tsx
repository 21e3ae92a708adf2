import { mdiPencilOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { allOf, figure } from '../../../language/intl.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { oneLine } from '../../../ui/tableStyles.ts';
import { shortDay } from '../../../ui/time.ts';
import type { Department } from './department.ts';
import { t } from '../words.ts';

/** What policy says of a department, in a few words; nothing where it doesn't name it. */
export function policyWords({ policy: { required, waveStartsOn, sensitive } }: Department): string {
  const said = [
    ...(required ? [t('departmentRequired')] : []),
    ...(waveStartsOn !== null ? [t('departmentFrom', { day: shortDay(waveStartsOn, Date.now()) })] : []),
    ...(sensitive ? [t('departmentSensitive')] : []),
  ];
  return said.join(' · ');
}

const policyCell = (department: Department) =>
  policyWords(department) || (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {t('departmentNotNamed')}
    </Box>
  );

/** `onRename` is null for those who may not. */
export function departmentColumns(onRename: ((department: Department) => void) | null): Column<Department>[] {
  const columns: Column<Department>[] = [
    {
      key: 'name',
      header: t('department'),
      isLink: true,
      cell: (department) => (
        <>
          {department.name}
          <Also {...department} />
        </>
      ),
    },
    { key: 'count', header: t('peopleInIt'), width: 96, align: 'end', cell: ({ count }) => figure(count) },
    { key: 'policy', header: t('policySays'), width: '36%', from: 'md', cell: policyCell },
  ];
  if (!onRename) return columns;
  return [
    ...columns,
    {
      key: 'rename',
      header: t('rename'),
      width: 112,
      align: 'end',
      copied: true,
      cell: (department) => (
        <Tooltip title={t('renameDepartment')}>
          <IconButton
            size="small"
            aria-label={t('renameOf', { name: department.name })}
            onClick={() => onRename(department)}
          >
            <Icon path={mdiPencilOutline} size={18} />
          </IconButton>
        </Tooltip>
      ),
    },
  ];
}

function Also({ sameAs, formerly }: Department) {
  const words =
    sameAs !== null
      ? t('sameAs', { name: sameAs })
      : formerly.length > 0
        ? t('formerly', { names: allOf(formerly) })
        : null;
  if (words === null) return null;
  return (
    <Box component="span" sx={{ ...oneLine, color: 'text.secondary', fontSize: '0.8125rem', ml: 2 }}>
      {words}
    </Box>
  );
}
