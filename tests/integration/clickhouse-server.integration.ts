import { clickhouseSource } from '@runhue/sources/clickhouse-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasServer, startServer, type RunningServer } from './clickhouse-server.js';

describe.runIf(hasServer())('clickhouseSource and a real server process', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    const ask = async (sql: string): Promise<void> => void (await fetch(server.url, { method: 'POST', body: sql }));
    await ask('CREATE TABLE runs (run_id String, name String, config String, state String, start_time Nullable(Float64)) ENGINE = Memory');
    await ask("INSERT INTO runs VALUES ('b', 'B', '{\"lr\": 0.1}', 'finished', 1700000000.5), ('a', '', '', '', NULL)");
    await ask('CREATE VIEW endless AS SELECT toString(number) AS run_id FROM system.numbers');
  });
  afterAll(() => server.kill());

  it('reads runs, which need no bound values', async () => {
    const { runs, total } = await clickhouseSource({ url: server.url, settings: {} }).runs({ limit: 5 });
    expect(total).toBe(2);
    expect(runs).toEqual([
      { id: 'a', name: 'a', config: {}, state: '', startTime: null },
      { id: 'b', name: 'B', config: { lr: 0.1 }, state: 'finished', startTime: 1700000000.5 },
    ]);
  });

  it.each([undefined, {}])('says which version is needed where values cannot be bound (settings %j)', async (settings) => {
    const question = clickhouseSource({ url: server.url, settings }).extent({ metric: 'loss', xAxis: 'Step' });
    await expect(question).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('version 22.8 or later is needed') as string });
  });

  it('says that the user is not known', async () => {
    const question = clickhouseSource({ url: server.url, settings: {}, user: 'nobody' }).runs({ limit: 1 });
    await expect(question).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Check user and password') as string });
  });

  it('is told to stop by an abort and by the time limit', async () => {
    const options = { url: server.url, settings: {}, tables: { runs: 'endless' } } as const;
    await expect(clickhouseSource(options).runs({ limit: 1 }, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(clickhouseSource({ ...options, timeoutSeconds: 0.2 }).runs({ limit: 1 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('is gone in the middle of an answer, and answers again once it is back', async () => {
    const dying = await startServer();
    await fetch(dying.url, { method: 'POST', body: 'CREATE VIEW endless AS SELECT toString(number) AS run_id FROM system.numbers' });
    const question = clickhouseSource({ url: dying.url, settings: {}, tables: { runs: 'endless' } }).runs({ limit: 1 });
    const outcome = question.then(() => null, (error: unknown) => error);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    await dying.kill();
    const error = (await outcome) as { code: string; canRetry: boolean };
    expect(['unreachable', 'interrupted']).toContain(error.code);
    expect(error.canRetry).toBe(true);
    await expect(clickhouseSource({ url: dying.url, settings: {} }).runs({ limit: 1 })).rejects.toMatchObject({ code: 'unreachable' });
    expect((await clickhouseSource({ url: server.url, settings: {} }).runs({ limit: 1 })).total).toBe(2);
  });
});
