import { OPTIONAL_FIELDS } from '../../../../contract/importFields.ts';
import type { ImportField, ImportMapping, OptionalField } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';

export type Report = OutputOf<'users.import'>;
export type Group = NonNullable<Report['groups']>[number];
type Columns = readonly { header: string; field: ImportField | null }[];

/** How the file is read: what whoever imports said of it so far. */
export interface Reading {
  mapping: ImportMapping;
  /** Fields without which a row goes in where their value is bad. */
  leavesOut: readonly OptionalField[];
  /** Whose phone numbers the file has; empty where each begins with +. */
  country: string;
  whole: boolean;
}

/** A column that becomes a field takes it from the one that was it. */
export function withColumn(
  columns: Columns,
  mapping: ImportMapping,
  header: string,
  field: ImportField | null,
): ImportMapping {
  const others = columns.map((column) => {
    const was = mapping[column.header] ?? column.field;
    return [column.header, was === field ? null : was] as const;
  });
  return { ...Object.fromEntries(others), [header]: field };
}

/** Something that was put right for many rows at once, and how the file is read without it. */
export type Repair =
  | { what: 'left_out'; field: OptionalField; count: number; before: Reading }
  | { what: 'country'; country: string; before: Reading }
  | { what: 'column'; header: string; before: Reading };

const isOptional = (field: ImportField | null): field is OptionalField =>
  field !== null && (OPTIONAL_FIELDS as readonly ImportField[]).includes(field);

/** Rows that go in without the value, by the word of whoever imports. */
const isLeftOut = ({ kind, imported }: Group): boolean =>
  imported === true && !['changes', 'frees', 'protected', 'left_out'].includes(kind);

/** What was put right so far, where it changed anything. `first`: the columns as the file's own names have them, and the country, before anything was said. */
export function repairsOf(
  reading: Reading,
  report: Report,
  first: { columns: Columns; country: string },
): Repair[] {
  const left = (report.groups ?? []).filter(isLeftOut);
  const isRead = (header: string) => report.columns?.find((column) => column.header === header)?.field;
  return [
    ...reading.leavesOut.flatMap((field): Repair[] => {
      const count = left.reduce((sum, group) => sum + (group.field === field ? group.count : 0), 0);
      const leavesOut = reading.leavesOut.filter((other) => other !== field);
      return count === 0 ? [] : [{ what: 'left_out', field, count, before: { ...reading, leavesOut } }];
    }),
    ...(reading.country === first.country
      ? []
      : [
          {
            what: 'country' as const,
            country: reading.country,
            before: { ...reading, country: first.country },
          },
        ]),
    ...first.columns.flatMap(({ header, field }): Repair[] => {
      if (field === null || reading.mapping[header] !== null || isRead(header)) return [];
      const mapping = withColumn(report.columns ?? [], reading.mapping, header, field);
      return [{ what: 'column', header, before: { ...reading, mapping } }];
    }),
  ];
}

/** What puts a problem right for all of its rows; of some there is nothing but the file. */
export type Fix =
  | { act: 'leave_out'; field: OptionalField; after: Reading }
  | { act: 'country' }
  | { act: 'unread'; header: string; after: Reading }
  | { act: 'choose_column'; header: string };

export function fixesOf({ kind, field, imported }: Group, reading: Reading, report: Report): Fix[] {
  if (imported || kind === 'frees' || kind === 'protected' || kind === 'taken') return [];
  const column = report.columns?.find((one) => one.field === field && field !== null);
  if (!isOptional(field)) return column ? [{ act: 'choose_column', header: column.header }] : [];
  const leavesOut = [...reading.leavesOut, field];
  return [
    ...(kind === 'no_country' || kind === 'not_a_number' ? [{ act: 'country' as const }] : []),
    { act: 'leave_out', field, after: { ...reading, leavesOut } },
    ...(column
      ? [
          {
            act: 'unread' as const,
            header: column.header,
            after: {
              ...reading,
              mapping: withColumn(report.columns ?? [], reading.mapping, column.header, null),
            },
          },
        ]
      : []),
  ];
}
