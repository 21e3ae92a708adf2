/**
 * The machine's limit, as a program of its own: node:http that answers 200; with a file named, each request also computes one
 * HMAC-SHA1 and changes one row by one UPDATE that is on disk before the answer. Prints its address.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const [file] = process.argv.slice(2);
const ROWS = 10_000;
const key = createSecretKey(randomBytes(20));

function openTable(path: string): () => void {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec('create table steps (id integer primary key, step integer not null)');
  const insert = database.prepare('insert into steps values (?, 0)');
  database.exec('begin');
  for (let id = 0; id < ROWS; id += 1) insert.run(id);
  database.exec('commit');
  const update = database.prepare('update steps set step = step + 1 where id = ?');
  let next = 0;
  return () => {
    createHmac('sha1', key).update(String(next)).digest();
    next = (next + 1) % ROWS;
    update.run(next);
  };
}

const work = file === undefined ? () => undefined : openTable(file);
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    work();
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 11 }).end('{"ok":true}');
  });
});
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  if (bound !== null && typeof bound === 'object') console.log(`ready http://127.0.0.1:${bound.port}`);
});
