import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createAddressOf, isLocal } from '../../../server/guard/address.ts';

/** A request that came from `remote` with these headers. */
function request(remote: string, headers: { readonly [name: string]: string } = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remote });
  const made = new IncomingMessage(socket);
  Object.assign(made.headers, headers);
  return made;
}

describe('where a request comes from', () => {
  const proxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'];
  test.each([
    ['198.51.100.7', '', '198.51.100.7'],
    ['::ffff:198.51.100.7', '', '198.51.100.7'],
    ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['127.0.0.1', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
    ['127.0.0.1', '6.6.6.6, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['fd00::1', '203.0.113.9', '203.0.113.9'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    ['127.0.0.1', '203.0.113.9, nonsense', '127.0.0.1'],
    ['', '', 'unknown'],
  ])('from %s, passed on for "%s": %s', (remote, forwarded, expected) => {
    const headers = forwarded === '' ? {} : { 'x-forwarded-for': forwarded };
    expect(createAddressOf(proxies)(request(remote, headers))).toBe(expected);
  });

  test('of IPv6, the network that one customer has', () => {
    const addressOf = createAddressOf([]);
    expect(addressOf(request('2001:db8:1:2:3::4'))).toBe(addressOf(request('2001:db8:1:2::9')));
    expect(addressOf(request('2001:db8:1:2:3::4'))).not.toBe(addressOf(request('2001:db8:2::1')));
  });
});

test.each([
  ['127.0.0.1', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['192.168.1.5', {}, false],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['127.0.0.1', { via: '1.1 proxy' }, false],
])('%s with %o is this machine: %s', (remote, headers, local) => {
  expect(isLocal(request(remote, headers))).toBe(local);
});
