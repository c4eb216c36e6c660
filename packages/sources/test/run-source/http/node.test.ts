import { createServer, request as httpRequest } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { httpSource } from '@runhue/sources/http-source';
import { serveRunSource } from '@runhue/sources/serve-source';
import { toNodeListener } from '@runhue/sources/serve-source-node';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import { gated } from './gated.js';
import { listen, type Listening } from './served.js';
import { loss, smallSource } from './small-source.js';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop()));
});

async function listening(handler: (request: Request) => Promise<Response>): Promise<Listening> {
  const server = await listen(toNodeListener(handler));
  open.push(server);
  return server;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('toNodeListener', () => {
  it('gives the handler address, method, headers and body', async () => {
    const seen: unknown[] = [];
    const { url } = await listening(async (request) => {
      seen.push(request.url, request.method, request.headers.get('X-Token'), await request.text());
      return new Response('done', { status: 201, headers: [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['X-Own', 'yes']] });
    });
    const response = await fetch(`${url}/a?b=c`, { method: 'POST', body: 'x'.repeat(200_000), headers: { 'X-Token': 'me' } });
    expect(seen).toEqual([`${url}/a?b=c`, 'POST', 'me', 'x'.repeat(200_000)]);
    expect([response.status, await response.text(), response.headers.get('X-Own'), response.headers.getSetCookie()]).toEqual([201, 'done', 'yes', ['a=1', 'b=2']]);
  });

  it('sends what the handler streams, as it comes', async () => {
    let next: (chunk: string | null) => void = () => undefined;
    const { url } = await listening(() => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          next = (chunk) => (chunk === null ? controller.close() : controller.enqueue(new TextEncoder().encode(chunk)));
        },
      });
      return Promise.resolve(new Response(body));
    });
    const response = await fetch(url);
    const reader = response.body?.getReader();
    for (const chunk of ['first', 'second']) {
      next(chunk);
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(chunk);
    }
    next(null);
    expect((await reader?.read())?.done).toBe(true);
  });

  it('takes from the handler no more than the client takes', async () => {
    let made = 0;
    const { url } = await listening(() => {
      const body = new ReadableStream<Uint8Array>({ pull: (controller) => (made += 1) > 2000 ? controller.close() : controller.enqueue(new Uint8Array(100_000)) });
      return Promise.resolve(new Response(body));
    });
    let size = 0;
    await new Promise<void>((resolve, reject) => {
      httpRequest(url, (response) => {
        response.pause();
        wait(200).then(() => {
          expect(made).toBeLessThan(500);
          response.on('data', (chunk: Uint8Array) => (size += chunk.length)).on('end', resolve).resume();
        }, reject);
      })
        .on('error', reject)
        .end();
    });
    expect(size).toBe(2000 * 100_000);
  });

  it('takes from the client no more than the handler takes', async () => {
    let read: () => void = () => undefined;
    const { url } = await listening(async (request) => {
      await new Promise<void>((resolve) => (read = resolve));
      return new Response(String((await request.arrayBuffer()).byteLength));
    });
    const size = 50_000_000;
    const text = await new Promise<string>((resolve, reject) => {
      const sending = httpRequest(url, { method: 'POST' }, (response) => response.on('data', (chunk: Buffer) => resolve(chunk.toString())));
      sending.on('error', reject);
      for (let sent = 0; sent < size; sent += 100_000) sending.write(new Uint8Array(100_000));
      sending.end();
      const stuck = async (): Promise<void> => {
        const left = (): number => sending.socket?.writableLength ?? size;
        for (let before = -1; before !== left(); await wait(200)) before = left();
        expect(left()).toBeGreaterThan(0);
        read();
      };
      stuck().catch(reject);
    });
    expect(text).toBe(String(size));
  });

  it('aborts the request\'s signal and cancels the stream when the client goes away', async () => {
    let isCancelled = false;
    let signal: AbortSignal | undefined;
    const { url } = await listening((request) => {
      signal = request.signal;
      return Promise.resolve(new Response(new ReadableStream({ cancel: () => void (isCancelled = true) })));
    });
    const controller = new AbortController();
    await fetch(url, { signal: controller.signal });
    expect(signal?.aborted).toBe(false);
    controller.abort();
    await eventually(() => [signal?.aborted, isCancelled]).toEqual([true, true]);
  });

  it('aborts the request\'s signal when the client goes away before there is an answer', async () => {
    const { source, working } = gated(smallSource());
    const { url } = await listening(serveRunSource(source));
    const asking = await httpSource(url);
    const controller = new AbortController();
    const answer = asking.column(loss, { signal: controller.signal });
    await eventually(() => working.length).toBe(1);
    controller.abort();
    await expect(answer).rejects.toBe(controller.signal.reason);
    await eventually(() => working[0]?.signal?.aborted).toBe(true);
  });

  it('lets a client read why its request is too large while it still sends', async () => {
    const { url } = await listening(serveRunSource(smallSource(), { maxBodyBytes: 1000, onError: () => undefined }));
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: 'x'.repeat(5_000_000) });
    expect([response.status, await response.json()]).toEqual([413, { code: 'too-large', message: expect.stringContaining('more than 1000 bytes') as string }]);
    expect((await fetch(url)).status).toBe(200);
  });

  it('answers 500 and no more when a handler throws, and cuts off when its stream does', async () => {
    const { url } = await listening((request) => {
      if (request.url.endsWith('stream')) return Promise.resolve(new Response(new ReadableStream({ pull: () => Promise.reject(new Error('secret')) })));
      return Promise.reject(new Error('secret'));
    });
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([500, '']);
    await expect(fetch(`${url}/stream`).then((streamed) => streamed.text())).rejects.toThrow(TypeError);
  });

  it('uses a body that a middleware has parsed', async () => {
    const { url } = await (async () => {
      const listener = toNodeListener(serveRunSource(smallSource()));
      const server = await listen((request, response) => {
        const chunks: Uint8Array[] = [];
        request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
        request.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          setImmediate(() => listener(Object.assign(request, { body: text === '' ? {} : (JSON.parse(text) as unknown), originalUrl: '/mounted/runs' }), response));
        });
      });
      open.push(server);
      return server;
    })();
    expect((await (await httpSource(url)).column(loss)).column.values.length).toBe(3);
  });

  it('answers a request whose Host header is nonsense', async () => {
    const { server } = await listening((request) => Promise.resolve(new Response(request.url)));
    const { port } = server.address() as AddressInfo;
    const text = await new Promise<string>((resolve, reject) => {
      httpRequest({ port, host: '127.0.0.1', headers: { Host: 'a b:c' } }, (response) => response.on('data', (chunk: Buffer) => resolve(chunk.toString())))
        .on('error', reject)
        .end();
    });
    expect(text).toBe('http://localhost/');
  });

  it('serves HTTP/2 by its compatibility API', async () => {
    const server = createHttp2Server(toNodeListener(serveRunSource(smallSource())));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const stream = client.request({ ':path': '/runs' });
    const chunks: Buffer[] = [];
    await new Promise((resolve) => stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve));
    client.close();
    server.close();
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ protocol: 1, abilities: { name: 'memory' } });
  });

  it('is a listener for http.createServer', () => {
    const server = createServer(toNodeListener(() => Promise.resolve(new Response())));
    expect(server.listenerCount('request')).toBe(1);
  });
});
