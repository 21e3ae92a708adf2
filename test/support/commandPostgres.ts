import pg from 'pg';

/** One statement on a connection of its own. */
export async function commandPostgres(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
