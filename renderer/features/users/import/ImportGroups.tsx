import { mdiChevronDown, mdiDownloadOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { INSET } from '../../../ui/inset.ts';
import { saveFile } from '../../../ui/saveFile.ts';
import { Section } from '../../../ui/Section.tsx';
import { lineOf, linesIn, onlyLines } from './csvFile.ts';
import type { Group } from './reading.ts';
import { t } from '../words.ts';

type Row = Group['rows'][number];

/** Rows that are shown when a problem is unfolded, and with each *more*. */
const ROWS_AT_ONCE = 20;
/** So few are seen without unfolding. */
const SEEN_AT_ONCE = 3;

const columnsFor = (at: (line: number) => string): Column<Row>[] => [
  { key: 'line', header: t('line'), align: 'end', width: 64, cell: ({ line }) => line },
  {
    key: 'problem',
    header: t('why'),
    cell: ({ line, problem }) => <Problem problem={problem} text={at(line)} />,
  },
];

interface Props {
  title: string;
  groups: readonly Group[];
  content: string;
  /** What puts a problem right for all its rows. */
  actsOf?: (group: Group, titleId: string) => ReactNode;
}

/** The same problem of many rows is one line, with its rows below it when it is unfolded. */
export function ImportGroups({ title, groups, content, actsOf }: Props) {
  const at = useMemo(() => lineOf(content), [content]);
  return (
    <Section
      flush
      title={title}
      action={<DownloadRows label={t('downloadRows')} groups={groups} content={content} />}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {groups.map((group) => (
          <GroupItem key={`${group.kind} ${group.field}`} group={group} at={at} {...(actsOf && { actsOf })} />
        ))}
      </Box>
    </Section>
  );
}

function GroupItem({
  group,
  at,
  actsOf,
}: { group: Group; at: (line: number) => string } & Pick<Props, 'actsOf'>) {
  const id = useId();
  const { title, count, rows } = group;
  const [isOpen, setOpen] = useState(count <= SEEN_AT_ONCE);
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const more = rows.length > shown;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, pr: INSET }}>
        <ButtonBase
          id={`${id}-title`}
          aria-expanded={isOpen}
          aria-controls={`${id}-rows`}
          onClick={() => setOpen(!isOpen)}
          sx={{
            flex: '1 1 280px',
            minWidth: 0,
            justifyContent: 'flex-start',
            gap: 2,
            minHeight: 48,
            px: INSET,
            py: 2,
            textAlign: 'start',
            fontSize: '0.875rem',
            '&:hover': { bgcolor: 'surface.hover' },
            '&.Mui-focusVisible': { outlineOffset: -2 },
          }}
        >
          <Icon
            path={mdiChevronDown}
            size={18}
            sx={{ color: 'text.secondary', ...(isOpen ? { transform: 'rotate(180deg)' } : {}) }}
          />
          <Box component="span" sx={{ minWidth: 0, fontVariantNumeric: 'tabular-nums' }}>
            {t('sameProblem', { title, count })}
          </Box>
        </ButtonBase>
        {actsOf?.(group, `${id}-title`)}
      </Box>
      {isOpen && (
        <Box id={`${id}-rows`} sx={{ borderTop: 1, borderColor: 'divider' }}>
          <DataTable
            label={title}
            rows={rows.slice(0, shown)}
            rowKey={({ line }) => String(line)}
            rowName={({ line }) => t('lineNumber', { line })}
            columns={columnsFor(at)}
            more={more ? { onMore: () => setShown(shown + ROWS_AT_ONCE), busy: false } : undefined}
            footer={
              count > shown &&
              (more ? t('rowsShown', { shown, count }) : t('restInDownload', { shown: rows.length, count }))
            }
          />
        </Box>
      )}
    </Box>
  );
}

/** All rows of these problems, as they stand in the file. `label`: which rows, said where nothing else on the page says it. */
export function DownloadRows({
  label,
  size = 'small',
  groups,
  content,
}: {
  label: string;
  size?: 'small' | 'medium';
  groups: readonly Group[];
  content: string;
}) {
  const save = () => {
    const lines = [...new Set(groups.flatMap(({ lines: some }) => linesIn(some)))];
    const text = onlyLines(
      content,
      lines.toSorted((one, other) => one - other),
    );
    saveFile('rows-to-put-right.csv', text, 'text/csv;charset=utf-8');
  };
  return (
    <Button
      size={size}
      variant="outlined"
      startIcon={<Icon path={mdiDownloadOutline} size={16} />}
      onClick={save}
    >
      {label}
    </Button>
  );
}

/** Why, and below it the row as it stands in the file. */
function Problem({ problem, text }: { problem: string; text: string }) {
  return (
    <Box sx={{ py: 2 }}>
      {problem}
      <Box
        sx={{
          mt: 0.5,
          color: 'text.secondary',
          fontFamily: (theme) => theme.typography.mono.fontFamily,
          fontSize: '0.75rem',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
