/** Time in `shared/` is an argument, never read from a clock: STYLE rule "time and chance". */

/** Virtual milliseconds since the match (or the stack) began. May have a fraction. */
export type Millis = number;
