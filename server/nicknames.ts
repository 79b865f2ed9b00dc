/** Nicknames for players who choose none: two words and a number, `Calm Heron 27`. */
import { randomInt } from 'node:crypto';

const firsts =
  'Amber Brave Brisk Calm Clever Copper Coral Distant Early Gentle Golden Hardy Hidden Jolly Keen Lucky Merry Mild Misty Noble Patient Polar Proud Quick Quiet Rapid Salty Silent Silver Steady Stormy Sunny Swift Tidal Wise'.split(
    ' ',
  );
const seconds =
  'Albatross Anchor Beacon Buoy Captain Compass Cormorant Dolphin Ferry Gannet Gull Harbour Heron Island Keel Lantern Lighthouse Lobster Mast Narwhal Orca Otter Pelican Penguin Pilot Puffin Sailor Seal Sextant Skipper Tern Trawler Turtle Whale'.split(
    ' ',
  );
const oneOf = (words: readonly string[]): string => words[randomInt(words.length)] ?? '';

export const drawNickname = (): string => `${oneOf(firsts)} ${oneOf(seconds)} ${randomInt(10, 100)}`;
