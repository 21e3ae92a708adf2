import type { ReactNode } from 'react';

export type ColumnWidth = number | string | Partial<Record<'xs' | 'md' | 'lg' | 'xl', number | string>>;

/** A column of a DataTable. */
export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: 'start' | 'end';
  /** CSS width, maybe by the window's; the rest of the room goes to columns without one. */
  width?: ColumnWidth;
  /** Left out on windows narrower than this. */
  from?: 'md' | 'lg' | 'xl';
  /** What the row's link says; without any, the first column does. */
  isLink?: boolean;
  /** A value that people copy: its text stands above the row's link, so that it can be selected. */
  copied?: boolean;
}
