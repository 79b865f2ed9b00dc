import type { NetworkInterfaceInfoIPv4, NetworkInterfaceInfoIPv6 } from 'node:os';
import { expect, test } from 'vitest';
import { addressesOf } from '../../server/addresses.ts';
import { greeting } from '../../server/greeting.ts';

const v4 = (address: string, internal = false): NetworkInterfaceInfoIPv4 => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});
const v6: NetworkInterfaceInfoIPv6 = { ...v4('fe80::1'), family: 'IPv6', scopeid: 2 };
const laptop = {
  lo: [v4('127.0.0.1', true)],
  docker0: [v4('172.17.0.1')],
  tailscale0: [v4('100.101.102.103')],
  eth0: [v4('10.0.0.7')],
  wlan0: [v4('192.168.1.5'), v6],
  usb0: [v4('169.254.3.4')],
};

test('the address of the local network comes first, those of containers and tunnels last', () => {
  expect(addressesOf(laptop, '0.0.0.0', 3000)).toEqual([
    'http://192.168.1.5:3000',
    'http://10.0.0.7:3000',
    'http://172.17.0.1:3000',
    'http://100.101.102.103:3000',
  ]);
});

test('who listens on one address is reached by that one only', () => {
  expect(addressesOf(laptop, '10.0.0.7', 80)).toEqual(['http://10.0.0.7:80']);
  expect(addressesOf(laptop, '127.0.0.1', 3000)).toEqual([]);
  expect(addressesOf({}, '0.0.0.0', 3000)).toEqual([]);
});

test('the greeting names the best address first, with a QR code of it', () => {
  const text = greeting(addressesOf(laptop, '0.0.0.0', 3000), 3000);
  expect(text.split('\n')[0]).toBe('Ackward Bound: http://192.168.1.5:3000');
  expect(text).toMatch(/[█▀▄]{5}/);
});

test('without a network there is no QR code, and the greeting says so', () => {
  const text = greeting([], 3000);
  expect(text).toContain('http://localhost:3000');
  expect(text).toContain('No network address');
  expect(text).not.toMatch(/[█▀▄]/);
});
