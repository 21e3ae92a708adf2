import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, ownFolder } from './cluster.ts';
import type { Cluster } from './cluster.ts';

export interface Between {
  port: number;
  stop(): Promise<void>;
}

/** Until somebody listens there. */
async function listening(port: number, said: () => string): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const isThere = await new Promise<boolean>((resolve) => {
      const probe = connect(port, '127.0.0.1');
      probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
    if (isThere) return;
    if (Date.now() > until) throw new Error(`Nobody listens on ${port}: ${said()}`);
  }
}

async function start(program: string, args: string[], port: number): Promise<Between> {
  const asUser = process.getuid?.() === 0 && program.endsWith('pgbouncer');
  const child = asUser
    ? spawn('runuser', ['-u', 'postgres', '--', program, ...args], { detached: true })
    : spawn(program, args, { detached: true });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  await listening(port, () => said);
  return {
    port,
    async stop() {
      // The group: `runuser` stands before the program itself.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}

/** Debian's PgBouncer before a cluster. */
export async function startPgBouncer(
  folder: string,
  cluster: Cluster,
  mode: 'session' | 'transaction',
): Promise<Between> {
  const port = await freePort();
  ownFolder(folder);
  writeFileSync(join(folder, 'users.txt'), '"gatehouse" "quiet"\n');
  const lines = [
    '[databases]',
    `gatehouse = host=127.0.0.1 port=${cluster.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = plain',
    `auth_file = ${join(folder, 'users.txt')}`,
    `pool_mode = ${mode}`,
    'max_client_conn = 100',
    'default_pool_size = 20',
  ];
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return start('/usr/sbin/pgbouncer', [file], port);
}

/** Debian's nginx with what docs/operating.md says for it: the block is read from there. */
export async function startNginx(
  folder: string,
  { block, servers, name }: { block: string; servers: readonly string[]; name: string },
): Promise<Between> {
  const port = await freePort();
  ownFolder(folder);
  const hosts = servers.map((address) => `server ${new URL(address).host} max_fails=1 fail_timeout=5s;`);
  const site = block
    .replace(/(upstream gatehouse \{)[^}]*\}/, `$1 ${hosts.join(' ')} }`)
    .replace(/listen 443 ssl;/, `listen 127.0.0.1:${port};`)
    .replace(/http2 on;|ssl_certificate[^;]*;/g, '')
    .replace(/server_name [^;]*;/, `server_name ${name} 127.0.0.1;`)
    .replace(/proxy_set_header X-Forwarded-Proto https;/, 'proxy_set_header X-Forwarded-Proto http;');
  const file = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
    .join(' ');
  writeFileSync(
    file,
    `daemon off; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')}; worker_processes 1;
    events { worker_connections 200; }
    http { access_log off; ${temporary} ${site} }`,
  );
  return start('/usr/sbin/nginx', ['-c', file], port);
}
