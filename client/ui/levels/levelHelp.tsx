/** Help in a level: an example where something is done for the first time, else the steps that may be asked for. */
import { useEffect } from 'preact/hooks';
import { hintFor } from '../../../shared/levels/hints.ts';
import { mayAskForHelp, procedureOf, startsWithDemonstration } from '../../../shared/levels/procedures.ts';
import { withShown } from '../../solo/firstTime.ts';
import { keep, progress } from '../../solo/progress.ts';
import { type Sitting, isAsked } from '../../solo/sitting.ts';
import { askForHelp, read, stopReading } from '../../solo/table.ts';
import { lt } from '../../state/levelWords.ts';
import { pt } from '../../state/progressWords.ts';
import { locale } from '../../state/settings.ts';
import { Card, Help } from './help.tsx';

export function LevelHelp({ sitting }: { readonly sitting: Sitting }) {
  const { attempt, eyes, id, level } = sitting;
  if (!isAsked(attempt.match, eyes)) return null;
  const open = attempt.open[eyes];
  const situation = attempt.match.ends[eyes];
  const tried = open?.submissions.length ?? 0;
  const procedure = procedureOf(situation.tcb);
  // Another decision begins with closed help.
  const key = `${id}.${eyes}.${attempt.decisions.length}`;
  if (tried === 0 && startsWithDemonstration(level.id, procedure, progress.value.shown)) {
    return <FirstTime key={key} sitting={sitting} />;
  }
  return (
    <Help
      key={key}
      situation={situation}
      reached={open?.hint ?? 0}
      refused={tried}
      allowed={mayAskForHelp(level.id, tried)}
      onAsk={askForHelp}
    />
  );
}

/** How it is done, once, with other numbers. No clock runs while it is read; a move ends it like the button. */
function FirstTime({ sitting }: { readonly sitting: Sitting }) {
  const { attempt, eyes } = sitting;
  const situation = attempt.match.ends[eyes];
  const procedure = procedureOf(situation.tcb);
  const done = (): void => keep(withShown(progress.peek(), procedure));
  useEffect(() => {
    read();
    return () => {
      stopReading();
      done();
    };
  }, []);
  return (
    <div class="level-help" data-demonstration={procedure}>
      <div class="help-place" role="status">
        <Card
          name="demonstration"
          title={lt.value.help.firstTime}
          lines={hintFor(situation, 4, locale.value).lines}
          marks={[]}
        >
          <button type="button" class="button accent small" data-my-turn onClick={done}>
            {pt.value.help.myTurn}
          </button>
        </Card>
      </div>
    </div>
  );
}
