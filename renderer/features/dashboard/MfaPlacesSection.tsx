import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { figure } from '../../language/intl.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

type Places = OutputOf<'users.mfaPlaces'>;
interface Row {
  place: string;
  name: string;
  count: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', header: t('place'), cell: ({ name }) => name },
  {
    key: 'count',
    header: t('withMfaPeople'),
    align: 'end',
    width: 110,
    cell: ({ place, count }) => <FigureLink href={paths.users({ mfaIn: place })}>{figure(count)}</FigureLink>,
  },
];

/** Here, in each connected system, together and nowhere; each number opens the list that it counts. */
export function MfaPlacesSection({ systems, counts }: Places & { counts: NonNullable<Places['counts']> }) {
  const rows: Row[] = [
    { place: 'here', name: t('placeHere'), count: counts.here },
    ...systems.map(({ id, name, withMfa }) => ({ place: id, name, count: withMfa })),
    { place: 'anywhere', name: t('placeAnywhere'), count: counts.anywhere },
    { place: 'nowhere', name: t('placeNowhere'), count: counts.nowhere },
    ...(counts.unread > 0 ? [{ place: 'unread', name: t('placeUnread'), count: counts.unread }] : []),
  ];
  return (
    <Section title={t('mfaPlaces')} lead={t('mfaPlacesLead')} flush>
      <DataTable
        label={t('mfaPlaces')}
        rows={rows}
        rowKey={({ place }) => place}
        rowName={({ name }) => name}
        href={({ place }) => paths.users({ mfaIn: place })}
        columns={COLUMNS}
      />
    </Section>
  );
}
