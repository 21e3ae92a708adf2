import type { ReactNode } from 'react';

export type ColumnWidth = number | string | Partial<Record<'xs' | 'md' | 'lg', number | string>>;

/** A column of a DataTable. */
export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: 'start' | 'end';
  /** CSS width, maybe by the window's; the rest of the room goes to columns without one. */
  width?: ColumnWidth;
  /**
   * As wide as what it says. Columns then go by what is in them, and a text that may be long stands in a OneLine: in a list whose
   * columns stay the same while it is read.
   */
  fit?: boolean;
  /** Left out on windows narrower than this. */
  from?: 'md' | 'lg' | 'xl';
  /** What the row's link says; without any, the first column does. */
  isLink?: boolean;
  /** A value that people copy: its text stands above the row's link, so that it can be selected. */
  copied?: boolean;
}
