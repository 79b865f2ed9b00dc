/** A row of the table of promises: a fault or an attack, and what must hold all the same. One file each. */

/** `quick`: a first look while writing; `ci`: every time, in minutes; `nightly`: as large as it may take all night. */
export type Size = 'quick' | 'ci' | 'nightly';

export interface Report {
  /** One promise: kept or broken. `measured` says by how much. */
  readonly check: (promise: string, kept: boolean, measured?: string) => void;
  /** Something worth reading that is no promise. */
  readonly note: (line: string) => void;
}

export interface Scenario {
  readonly title: string;
  /** Why it cannot run here, such as a missing tool; null: it can. With CI=true that counts as failed. */
  readonly missing: (() => string | null) | null;
  readonly run: (size: Size, report: Report) => Promise<void>;
}
