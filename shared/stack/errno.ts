/** Why a call could not be done: the names that POSIX gives to errors, as every socket program knows them. */
export const errnos = [
  /** Our own address and port are taken, or this pair of sockets has a connection already. */
  'EADDRINUSE',
  /** The address is not ours, or no ephemeral port is free. */
  'EADDRNOTAVAIL',
  /** Nothing to do right now: try again after `input` or `advance`. */
  'EAGAIN',
  /** The connection is being opened already. */
  'EALREADY',
  /** There is no such socket, or it was closed. */
  'EBADF',
  /** The peer answered our SYN with a RST. */
  'ECONNREFUSED',
  /** The peer ended the connection with a RST. */
  'ECONNRESET',
  /** An argument makes no sense, or not in this state of the socket. */
  'EINVAL',
  /** The socket has a connection already. */
  'EISCONN',
  /** Broadcast and multicast addresses have no connections (MUST-46), nor have 127.x and our own here. */
  'ENETUNREACH',
  /** The socket has no connection. */
  'ENOTCONN',
  /** A listening socket cannot connect. */
  'EOPNOTSUPP',
  /** Nothing more can be sent: we closed this direction, or the connection is over. */
  'EPIPE',
  /** The peer did not answer for too long (R2 of 3.8.3, or the user timeout). */
  'ETIMEDOUT',
] as const;

export type Errno = (typeof errnos)[number];
