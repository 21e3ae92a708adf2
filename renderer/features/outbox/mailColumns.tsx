import type { Column } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Moment, SecondLine } from '../../ui/cells.tsx';
import { TONE_COLOUR } from '../../ui/StatusChip.tsx';
import { MAIL_STATES, type Mail } from './mailLook.ts';
import { t } from './words.ts';

function State({ state, inRow }: Pick<Mail, 'state'> & { inRow?: boolean }) {
  const { icon, label, tone } = MAIL_STATES[state];
  const gap = inRow ? {} : { mr: 1 };
  return (
    <>
      <Icon
        path={icon}
        size={16}
        titleAccess={inRow ? label : undefined}
        sx={{ ...gap, verticalAlign: 'text-bottom', color: TONE_COLOUR[tone] }}
      />
      {!inRow && label}
    </>
  );
}

const STATE: Column<Mail> = {
  key: 'state',
  header: t('state'),
  width: 144,
  from: 'md',
  cell: ({ state }) => <State state={state} />,
};
const SUBJECT: Column<Mail> = {
  key: 'subject',
  header: t('subject'),
  isLink: true,
  cell: ({ subject, state, to }) => (
    <>
      {subject}
      <SecondLine until="md">
        <State state={state} /> · {to}
      </SecondLine>
    </>
  ),
};
const TO: Column<Mail> = {
  key: 'to',
  header: t('to'),
  width: '28%',
  from: 'md',
  copied: true,
  cell: ({ to }) => to,
};
const MADE: Column<Mail> = {
  key: 'createdAt',
  header: t('created'),
  width: 140,
  from: 'md',
  cell: ({ createdAt }) => <Moment at={createdAt} />,
};
const ATTEMPTS: Column<Mail> = {
  key: 'attempts',
  header: t('attempts'),
  align: 'end',
  width: 88,
  from: 'lg',
  cell: ({ attempts }) => attempts,
};

export const MAIL_COLUMNS: readonly Column<Mail>[] = [STATE, SUBJECT, TO, MADE, ATTEMPTS];
/** Beside an open mail the subject needs the room: of the state its sign stands, with the word for who points at it. */
export const MAIL_COLUMNS_BESIDE: readonly Column<Mail>[] = [
  { ...STATE, width: 72, cell: ({ state }) => <State inRow state={state} /> },
  SUBJECT,
  { ...MADE, width: 128 },
];
