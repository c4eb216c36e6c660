import { configKey, defaultKey, metricKey, parseKeyId } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('key ids', () => {
  it('metricKey, defaultKey and configKey write the group before the name', () => {
    expect(metricKey('val/loss')).toBe('metric:val/loss');
    expect(defaultKey('Step')).toBe('default:Step');
    expect(configKey(['optimizer', 'lr'])).toBe('config:optimizer.lr');
  });

  it('configKey escapes a dot and a backslash inside a name', () => {
    expect(configKey(['a.b'])).toBe('config:a\\.b');
    expect(configKey(['a', 'b'])).toBe('config:a.b');
    expect(configKey(['a\\', 'b'])).toBe('config:a\\\\.b');
  });

  it('parseKeyId keeps a metric name whole, dots and colons included', () => {
    expect(parseKeyId('metric:val.loss:x')).toEqual({ group: 'metric', name: 'val.loss:x', path: ['val.loss:x'] });
  });

  it.each(['', 'acc', 'metrics:acc', 'Metric:acc', 'default:step', 'default:', 'config:a\\', 'config:a\\b'])('parseKeyId answers null for %j', (text) => {
    expect(parseKeyId(text)).toBeNull();
  });

  it('parseKeyId gives back any config path', () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^[.\\a]{0,5}$/));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (path) => {
        expect(parseKeyId(configKey(path))?.path).toEqual(path);
      }),
    );
  });

  it('configKey gives different paths different ids', () => {
    const path = fc.array(fc.stringMatching(/^[.\\a]{0,3}$/), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(configKey(a) === configKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
