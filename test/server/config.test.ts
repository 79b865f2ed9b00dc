import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

describe('the environment', () => {
  test('nothing is needed', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: '0.0.0.0',
        dataDir: expect.stringMatching(/[\\/]data$/),
        timeScale: 1,
        origins: [],
        development: false,
      },
    });
  });

  test('everything can be said', () => {
    const env = {
      PORT: '8080',
      HOST: '127.0.0.1',
      DATA_DIR: '/srv/game',
      TIME_SCALE: '2.5',
      ORIGINS: 'https://a.example, http://b.example:8080',
      NODE_ENV: 'development',
    };
    expect(readConfig(env)).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: '/srv/game',
        timeScale: 2.5,
        origins: ['https://a.example', 'http://b.example:8080'],
        development: true,
      },
    });
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', ''],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['HOST', ' '],
    ['DATA_DIR', ''],
    ['TIME_SCALE', '0'],
    ['TIME_SCALE', '-1'],
    ['TIME_SCALE', 'fast'],
    ['TIME_SCALE', 'Infinity'],
    ['TIME_SCALE', ''],
    ['ORIGINS', 'game.example.org'],
    ['ORIGINS', 'https://game.example.org/'],
    ['ORIGINS', '*'],
  ])('%s="%s" is answered by one sentence that names it', (name, value) => {
    const config = readConfig({ [name]: value });
    expect(config.ok ? '' : config.error).toMatch(new RegExp(`^${name} must be .*\\.$`));
  });
});
