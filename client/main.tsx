/** The page begins: shell first, then the line to the server, then Phaser in the background. */
import { render } from 'preact';
import './style/fonts.css';
import './style/base.css';
import './style/controls.css';
import './style/start.css';
import './style/match.css';
import './style/composer.css';
import './style/ladder.css';
import './style/diagram.css';
import './style/end.css';
import { runFrames } from './frame.ts';
import { begin } from './state/seat.ts';
import { applyTheme } from './style/applyTheme.ts';
import { keepForLater } from './offline.ts';
import { App } from './ui/app.tsx';
import { loadInside } from './ui/loadInside.ts';

applyTheme(document.documentElement);
const root = document.querySelector('#app');
if (root !== null) render(<App />, root);
begin();
runFrames();
keepForLater();
// What the first screen does not need comes while the player reads it: first the rules and the composer, then the
// picture, which is the heavy part. (Who is faster than that gets it from the match itself.)
const fetchRest = async (): Promise<void> => {
  await loadInside();
  setTimeout(() => void import('./scene/strait.ts'), 1000);
};
void fetchRest();
