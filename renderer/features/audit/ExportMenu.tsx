import { mdiDownloadOutline } from '@mdi/js';
import { useWrite } from '../../data/useWrite.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { t } from './words.ts';

const FORMATS = [
  { format: 'jsonl', label: t('exportJsonLines'), extension: 'jsonl' },
  { format: 'csv', label: t('exportCsv'), extension: 'csv' },
  { format: 'ocsf', label: t('exportOcsf'), extension: 'ocsf.jsonl' },
] as const;

/** The whole log as a file. It asks for a code, and is an event of the log itself. */
export function ExportMenu() {
  const toast = useToast();
  const download = useWrite('audit.export', {
    onDone: (text, { format }) => {
      const extension = FORMATS.find((known) => known.format === format)?.extension ?? 'jsonl';
      const type = extension === 'csv' ? 'text/csv;charset=utf-8' : 'application/x-ndjson';
      saveFile(`gatehouse-audit-${new Date().toISOString().slice(0, 10)}.${extension}`, text, type);
      toast(t('exported'));
    },
  });
  return (
    <ActionMenu
      label={t('exportLog')}
      actions={FORMATS.map(({ format, label }) => ({
        label,
        icon: mdiDownloadOutline,
        disabled: download.isPending,
        onSelect: () =>
          download.mutate(
            { format },
            { onError: ({ refusal }) => refusal && toast({ tone: 'danger', text: refusal }) },
          ),
      }))}
    />
  );
}
