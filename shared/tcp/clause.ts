/** One rule of an RFC, as the game quotes it. */
export interface Clause {
  /** RFC number and section: '9293 3.10.7.3'. */
  readonly section: string;
  /** 'MUST-10', 'SHLD-3', 'MAY-2' of RFC 9293 Appendix B, or null where the text has no number. */
  readonly requirement: string | null;
  readonly en: string;
  readonly 'zh-CN': string;
}
