import type { Migration } from '../migrate.ts';

/**
 * The log is bound to the server's key: each event, and the end. Whoever opens the database with the key fills in what is
 * missing of the events of before (domain/audit/sealLog.ts).
 */
export const auditMacs: Migration = {
  name: '0007-audit-macs',
  async up({ schema }, { col }) {
    await schema.alterTable('audit_events').addColumn('mac', col.text).execute();
    await schema.alterTable('audit_head').addColumn('mac', col.text).execute();
    await schema
      .alterTable('audit_head')
      .addColumn('checkpoints', col.int, (column) => column.notNull().defaultTo(0))
      .execute();
    await schema.alterTable('audit_checkpoints').addColumn('number', col.int).execute();
    await schema.alterTable('audit_checkpoints').addColumn('sent_at', col.int).execute();
    await schema
      .createIndex('audit_checkpoints_number')
      .unique()
      .on('audit_checkpoints')
      .column('number')
      .execute();
  },
};
