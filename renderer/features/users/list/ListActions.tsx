import {
  mdiAccountPlusOutline,
  mdiDotsHorizontal,
  mdiDownloadOutline,
  mdiOfficeBuildingOutline,
  mdiUploadOutline,
} from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ActionMenu } from '../../../ui/ActionMenu.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { useToast } from '../../../ui/Toasts.tsx';
import type { UserFilters } from './useUserFilters.ts';
import { t } from '../words.ts';

/** Add, and what is needed less often: import and export. */
export function ListActions({ filters, onAdd }: { filters: UserFilters; onAdd: () => void }) {
  const canManage = useCan('users.manage');
  const navigate = useNavigate();
  const toast = useToast();
  const download = useWrite('users.export', {
    onDone: (csv) => {
      saveFile(`users-${new Date().toISOString().slice(0, 10)}.csv`, csv, 'text/csv;charset=utf-8');
      toast(t('listExported'));
    },
  });
  const doExport = () =>
    download.mutate(filters, { onError: ({ message }) => toast({ tone: 'danger', text: message }) });
  if (!canManage) {
    return (
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiDownloadOutline} size={18} />}
        onClick={doExport}
        loading={download.isPending}
        loadingPosition="start"
      >
        {t('exportList')}
      </Button>
    );
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
      <ActionMenu
        label={t('more')}
        icon={mdiDotsHorizontal}
        actions={[
          {
            label: t('importFromCsv'),
            icon: mdiUploadOutline,
            onSelect: () => void navigate(paths.importUsers()),
          },
          {
            label: t('departments'),
            icon: mdiOfficeBuildingOutline,
            onSelect: () => void navigate(paths.departments()),
          },
          {
            label: t('exportList'),
            icon: mdiDownloadOutline,
            disabled: download.isPending,
            onSelect: doExport,
          },
        ]}
      />
      <Button variant="contained" startIcon={<Icon path={mdiAccountPlusOutline} size={18} />} onClick={onAdd}>
        {t('addUser')}
      </Button>
    </Box>
  );
}
