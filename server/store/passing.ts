/** The store cannot be used just now. Whether what was asked for was kept is unknown: whoever asks again finds out. */
export interface Passing extends Error {
  readonly code: 'PASSING';
}

export const passing = (message: string): Passing => Object.assign(new Error(message), { code: 'PASSING' as const });

export const isPassing = (error: unknown): error is Passing =>
  error instanceof Error && 'code' in error && error.code === 'PASSING';
