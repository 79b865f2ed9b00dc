/**
 * Why octets were refused: data, so that it can be shown, stored and compared. The sentences for it, in both
 * languages, are in `sentences.ts`.
 */
import { fail } from '../result.ts';

export const packetErrorCodes = [
  // A packet.
  'ip/short',
  'ip/version',
  'ip/version-6',
  'ip/header-length',
  'ip/checksum',
  'ip/total-length',
  'ip/cut',
  'ip/fragment',
  'ip/protocol',
  'tcp/short',
  'tcp/data-offset',
  'tcp/checksum',
  'tcp/option-length',
  // The frame around a packet.
  'link/short',
  'link/type',
  'link/no-ipv4',
  'link/family',
  // A capture file.
  'file/empty',
  'file/magic',
  'file/gzip',
  'file/version',
  'file/cut',
  'file/snap-length',
  'file/captured-length',
  'file/fraction',
  'pcapng/byte-order',
  'pcapng/block-length',
  'pcapng/block-short',
  'pcapng/block-end',
  'pcapng/option-length',
  'pcapng/resolution',
  'pcapng/interface',
  'pcapng/packet-length',
  'pcapng/name-length',
] as const;
export type PacketErrorCode = (typeof packetErrorCodes)[number];

export interface PacketError {
  readonly code: PacketErrorCode;
  /** Where the trouble is: octets from the start of what the function was given. */
  readonly offset: number;
  /** The number found there; which one it is says the sentence of the code. */
  readonly found: number;
  /** The number that would have been right, or the limit; 0 where the sentence needs none. */
  readonly wanted: number;
}

export const packetError = (code: PacketErrorCode, offset: number, found = 0, wanted = 0): PacketError => ({
  code,
  offset,
  found,
  wanted,
});

/** Refuses: `fail` of a PacketError. */
export const refuse = (
  code: PacketErrorCode,
  offset: number,
  found = 0,
  wanted = 0,
): { readonly ok: false; readonly error: PacketError } => fail(packetError(code, offset, found, wanted));

/** The same error seen from `by` octets further left: of a payload that begins `by` octets into its packet. */
export const shiftError = (error: PacketError, by: number): PacketError => ({ ...error, offset: error.offset + by });
