import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * How far each person's invitation is, when a test mail proved the way of mails, and work for many people that the server
 * does by itself.
 */
export const invitations: Migration = {
  name: '0036-invitations',
  async up(schema, { col }) {
    await schema.schema.alterTable('users').addColumn('invitation', col.text).execute();
    await schema.schema.alterTable('mail_routes').addColumn('tested_at', col.int).execute();
    await schema.schema
      .createTable('jobs')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('kind', col.text, (column) => column.notNull())
      .addColumn('state', col.text, (column) => column.notNull())
      .addColumn('by_id', col.id, (column) => column.notNull())
      .addColumn('input', col.json, (column) => column.notNull())
      .addColumn('total', col.int, (column) => column.notNull())
      .addColumn('done', col.int, (column) => column.notNull())
      .addColumn('failed', col.int, (column) => column.notNull())
      .addColumn('reason', col.json)
      .addColumn('undoes', col.id)
      .addColumn('undone_by', col.id)
      .addColumn('holder', col.text)
      .addColumn('leased_until', col.int, (column) => column.notNull())
      .addColumn('made_at', col.int, (column) => column.notNull())
      .addColumn('ended_at', col.int)
      .execute();
    await schema.schema
      .createTable('job_slices')
      .addColumn('job_id', col.id, (column) => column.notNull())
      .addColumn('number', col.int, (column) => column.notNull())
      .addColumn('people', col.json, (column) => column.notNull())
      .addColumn('outcomes', col.json)
      .addPrimaryKeyConstraint('job_slices_pk', ['job_id', 'number'])
      .execute();
    for (const statement of [
      `create index users_invitation on users (invitation, id) where invitation is not null`,
      `create index jobs_open on jobs (made_at) where state in ('waiting', 'running')`,
      // Whoever has a password used theirs, where there was one. Of the others it is the newest mail that tells.
      `update users set invitation = 'used'
       where password_hash is not null and external = 0
         and exists (select 1 from password_links where password_links.user_id = users.id and purpose = 'set_up')`,
      `update users set invitation = 'draft' where password_hash is null and external = 0`,
      `update users set invitation = 'waiting'
       where invitation = 'draft' and exists (
         select 1 from outbox
         where outbox.user_id = users.id and outbox.kind = 'set_up_link' and outbox.state <> 'sent' and outbox.sealed_body is not null)`,
      `update users set invitation = 'sent'
       where invitation = 'draft' and exists (
         select 1 from password_links
         where password_links.user_id = users.id and password_links.purpose = 'set_up' and password_links.used_at is null)`,
      // What a mail server took before is as good as a test.
      `update mail_routes set tested_at = at
       where number = (select max(number) from mail_routes)
         and exists (select 1 from outbox where outbox.sent_at >= mail_routes.at)`,
    ])
      await sql.raw(statement).execute(schema);
  },
};
