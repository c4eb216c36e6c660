import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, temporaryFolder } from './python-process.js';

const cache = fileURLToPath(new URL('../../node_modules/.cache/runhue-clickhouse-server', import.meta.url));
const libraries =
  'libboost-filesystem1.74.0 libboost-program-options1.74.0 libcapnp-0.9.2 libcctz2 libcpuinfo0 libdouble-conversion3 libexpat1 libfarmhash0 libicu72 libjemalloc2 libltdl7 libmariadb3 ' +
  'libmetrohash1 libodbc2 libpcre3 libpococrypto80 libpocodata80 libpocodataodbc80 libpocofoundation80 libpocojson80 libpocomongodb80 libpoconet80 libpoconetssl80 libpocoutil80 libpocoxml80 ' +
  'librdkafka1 libre2-9 libsasl2-2';

/** A server process that answers over HTTP. */
export interface RunningServer {
  readonly url: string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
}

/**
 * Debian's ClickHouse server, 18.16: too old to bind values, but a real server process. Unpacked from Debian 12's packages without being installed.
 * False, with the reason printed, where these cannot be had.
 */
export function hasServer(): boolean {
  if (existsSync(join(cache, 'unpacked'))) return true;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const run = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { cwd: cache, stdio: 'ignore' }).status === 0;
  const packages = ['clickhouse-server', 'clickhouse-common', ...libraries.split(' ')];
  const isThere = run('apt-get', ['download', ...packages]) && readdirSync(cache).every((file) => !file.endsWith('.deb') || run('dpkg-deb', ['-x', file, 'root']));
  if (isThere) writeFileSync(join(cache, 'unpacked'), '');
  else console.log('Debian 12\'s clickhouse-server cannot be had here (apt-get download); the tests of a real server process are left out.');
  return isThere;
}

/** Starts the server with an empty database of its own. */
export async function startServer(): Promise<RunningServer> {
  const { folder, remove } = temporaryFolder();
  const port = await freePort();
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'tmp'));
  writeFileSync(
    join(folder, 'config.xml'),
    `<yandex><logger><level>error</level><log>log</log><errorlog>errors</errorlog></logger><http_port>${port}</http_port><listen_host>127.0.0.1</listen_host><path>data/</path><tmp_path>tmp/</tmp_path>` +
      '<users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>1000000</mark_cache_size></yandex>',
  );
  writeFileSync(
    join(folder, 'users.xml'),
    '<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password><networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>',
  );
  const paths = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu', 'usr/lib'].map((path) => join(cache, 'root', path));
  const server = spawn(join(cache, 'root/usr/sbin/clickhouse-server'), ['--config-file=config.xml'], { cwd: folder, env: { ...process.env, LD_LIBRARY_PATH: paths.join(':') }, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  const kill = async (): Promise<void> => {
    await ended(server);
    remove();
  };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return { url, kill };
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  const log = existsSync(join(folder, 'errors')) ? readFileSync(join(folder, 'errors'), 'utf8').slice(-2000) : '';
  await kill();
  throw new Error(`clickhouse-server did not answer at ${url}. ${log}`);
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) resolve();
    server.once('exit', () => resolve());
    server.kill('SIGKILL');
  });
}
