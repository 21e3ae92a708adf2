import type { Migration } from '../migrate.ts';

const TEXTS = [
  'freeze_session',
  'setups_frozen_by',
  'setups_freeze_reason',
  'setups_freeze_session',
  'passwords_frozen_by',
  'passwords_freeze_reason',
  'passwords_freeze_session',
];

/** Two more switches beside that of resets, and by which session each was thrown that has not proven itself yet. */
export const freezeSwitches: Migration = {
  name: '0009-freeze-switches',
  async up(schema, { col }) {
    // One column at a time: SQLite takes no more.
    for (const column of ['setups_frozen_at', 'passwords_frozen_at'])
      await schema.schema.alterTable('organisation').addColumn(column, col.int).execute();
    for (const column of TEXTS)
      await schema.schema.alterTable('organisation').addColumn(column, col.text).execute();
  },
};
