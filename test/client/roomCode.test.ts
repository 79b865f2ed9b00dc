import { expect, test } from 'vitest';
import { codeIn, pathOfRoom, roomOfPath } from '../../client/state/roomCode.ts';

test.each(['ABC234', 'abc234', ' abc 234 ', 'ABC-234', 'http://10.0.0.5:3000/room/abc234'])('%j is a code', (typed) => {
  expect(codeIn(typed)).toBe('ABC234');
});

test.each(['', 'ABC23', 'ABC2345', 'ABC10O', 'hello!'])('%j is none', (typed) => {
  expect(codeIn(typed)).toBeNull();
});

test('a room has a path and a path has a room', () => {
  expect(roomOfPath(pathOfRoom('ABC234'))).toBe('ABC234');
  expect(roomOfPath('/room/abc234/')).toBe('ABC234');
  expect(roomOfPath('/')).toBeNull();
  expect(roomOfPath('/elsewhere/ABC234')).toBeNull();
});
