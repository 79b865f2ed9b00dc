/** The page begins: shell first, then the line to the server, then Phaser in the background. */
import { render } from 'preact';
import './style/fonts.css';
import './style/base.css';
import './style/controls.css';
import './style/start.css';
import './style/match.css';
import './style/composer.css';
import './style/ladder.css';
import './style/end.css';
import { runFrames } from './frame.ts';
import { begin } from './state/seat.ts';
import { applyTheme } from './style/applyTheme.ts';
import { App } from './ui/app.tsx';
import { listenToKeys } from './ui/shortcuts.ts';

applyTheme(document.documentElement);
const root = document.querySelector('#app');
if (root !== null) render(<App />, root);
begin();
listenToKeys();
runFrames();
// The picture is the heavy part: fetch it while the player reads the first screen.
addEventListener('load', () => setTimeout(() => void import('./scene/strait.ts'), 300));
