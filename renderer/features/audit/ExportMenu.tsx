import { mdiDownloadOutline } from '@mdi/js';
import { useWrite } from '../../data/useWrite.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { useToast } from '../../ui/Toasts.tsx';
import type { useAuditFilters } from './useAuditFilters.ts';
import { t } from './words.ts';

const FORMATS = [
  { format: 'jsonl', label: t('exportJsonLines'), ofPart: t('exportPartJsonLines'), extension: 'jsonl' },
  { format: 'csv', label: t('exportCsv'), ofPart: t('exportCsv'), extension: 'csv' },
  { format: 'ocsf', label: t('exportOcsf'), ofPart: t('exportOcsf'), extension: 'ocsf.jsonl' },
] as const;

/** What the list shows as a file: the whole log, or what its filters leave. It asks for a code, and is an event of the log itself. */
export function ExportMenu({ list: { filters, isFiltered } }: { list: ReturnType<typeof useAuditFilters> }) {
  const toast = useToast();
  const download = useWrite('audit.export', {
    onDone: (text, { format, ...chosen }) => {
      const isPart = Object.keys(chosen).length > 0;
      const extension = FORMATS.find((known) => known.format === format)?.extension ?? 'jsonl';
      const type = extension === 'csv' ? 'text/csv;charset=utf-8' : 'application/x-ndjson';
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`gatehouse-audit-${isPart ? 'part-' : ''}${day}.${extension}`, text, type);
      toast(isPart ? t('exportedPart') : t('exported'));
    },
  });
  return (
    <ActionMenu
      label={isFiltered ? t('exportShown') : t('exportLog')}
      actions={FORMATS.map(({ format, label, ofPart }) => ({
        label: isFiltered ? ofPart : label,
        icon: mdiDownloadOutline,
        disabled: download.isPending,
        onSelect: () =>
          download.mutate(
            { format, ...filters },
            { onError: ({ refusal }) => refusal && toast({ tone: 'danger', text: refusal }) },
          ),
      }))}
    />
  );
}
