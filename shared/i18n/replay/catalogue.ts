/** The texts around replays. */
type Names<Key extends string> = { readonly [key in Key]: string };

export interface ReplayCatalogue {
  readonly title: string;
  readonly timeline: string;
  /** Frame and time, as a slider speaks them. */
  readonly place: (frame: number, frames: number, time: string) => string;
  readonly controls: Names<'play' | 'pause' | 'back' | 'on' | 'refusedBefore' | 'refusedAfter' | 'speed'>;
  readonly speed: (factor: string) => string;
  readonly marks: Names<'refused' | 'lost' | 'changed'>;
  readonly happened: string;
  readonly begin: string;
  readonly noneRefused: string;
  readonly fork: Names<'title' | 'lead' | 'client' | 'server' | 'over' | 'back'>;
  readonly share: Names<'title' | 'link' | 'copied' | 'select' | 'capture' | 'captureHint'>;
  /** Comments in the capture file. */
  readonly file: Names<'about' | 'filter'> & { readonly refused: (move: string, why: string) => string };
  readonly look: string;
  readonly problem: Names<'missing' | 'missingLead' | 'outdated' | 'outdatedLead' | 'damaged' | 'damagedLead' | 'home'>;
}
