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
        databaseUrl: null,
        nodeName: null,
        timeScale: 1,
        origins: [],
        proxies: [],
        logLevel: 'info',
        metricsToken: null,
        development: false,
      },
    });
  });

  test('everything can be said', () => {
    const env = {
      PORT: '8080',
      HOST: '127.0.0.1',
      DATA_DIR: '/srv/game',
      DATABASE_URL: 'postgres://game:word@db.example:5432/game?sslmode=require',
      NODE_NAME: 'one',
      TIME_SCALE: '2.5',
      ORIGINS: 'https://a.example, http://b.example:8080',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1,fd00::/8',
      LOG_LEVEL: 'debug',
      METRICS_TOKEN: '0123456789abcdef',
      NODE_ENV: 'development',
    };
    expect(readConfig(env)).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: '/srv/game',
        databaseUrl: 'postgres://game:word@db.example:5432/game?sslmode=require',
        nodeName: 'one',
        timeScale: 2.5,
        origins: ['https://a.example', 'http://b.example:8080'],
        proxies: ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'],
        logLevel: 'debug',
        metricsToken: '0123456789abcdef',
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
    ['NODE_NAME', ''],
    ['NODE_NAME', 'One'],
    ['NODE_NAME', 'one.two'],
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'localhost:5432'],
    ['DATABASE_URL', 'mysql://localhost/game'],
    ['DATABASE_URL', 'postgres://localhost'],
    ['TIME_SCALE', '0'],
    ['TIME_SCALE', '-1'],
    ['TIME_SCALE', 'fast'],
    ['TIME_SCALE', 'Infinity'],
    ['TIME_SCALE', ''],
    ['ORIGINS', 'game.example.org'],
    ['ORIGINS', 'https://game.example.org/'],
    ['ORIGINS', '*'],
    ['HOST', 'http://0.0.0.0'],
    ['TRUSTED_PROXIES', 'nginx'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', ''],
    ['METRICS_TOKEN', 'short'],
    ['NODE_ENV', 'prodution'],
  ])('%s="%s" is answered by one sentence that names it', (name, value) => {
    const config = readConfig({ [name]: value });
    expect(config.ok ? '' : config.error).toMatch(new RegExp(`^${name} must be .*\\.$`));
  });

  test.each([{ METRICS_TOKEN: 'my secret' }, { DATABASE_URL: 'postgres://me:secret@localhost' }])(
    'a secret is not repeated: %o',
    (env) => {
      const config = readConfig(env);
      expect(config.ok ? '' : config.error).not.toContain('secret');
    },
  );
});
