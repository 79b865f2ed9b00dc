/** A lab: its card, then the capture beside the report, then the result. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isLabId } from '../../../shared/lessons/lab/labs.ts';
import type { LabId } from '../../../shared/lessons/lab/frames.ts';
import type { Level } from '../../../shared/levels/level.ts';
import { leave, report, resultShown } from '../../lab/report.ts';
import { lp } from '../../lab/words.ts';
import { textOf } from '../../state/levelWords.ts';
import { Blackboard } from './blackboard.tsx';
import { Bytes } from './bytes.tsx';
import { Details } from './details.tsx';
import { FilterBar } from './filterBar.tsx';
import { Follow } from './follow.tsx';
import { LabBar } from './labBar.tsx';
import { LabIntro } from './labIntro.tsx';
import { LabResult } from './labResult.tsx';
import { PacketList } from './packetList.tsx';
import { ReportPane } from './reportPane.tsx';
import '../../style/lab.css';

export interface LabProps {
  readonly level: Level;
}

export function Lab({ level }: LabProps) {
  useEffect(() => leave, []);
  const attempt = report.value?.attempt;
  if (!isLabId(level.id)) throw new Error(`${level.id} is no lab`);
  if (attempt === undefined) return <LabIntro level={level} id={level.id} />;
  if (resultShown.value) return <LabResult level={level} id={level.id} />;
  return (
    <>
      <LabBar level={level} id={level.id} />
      <Desk id={level.id} />
    </>
  );
}

/** Side by side where there is room; on a phone the capture or the report. A header is small enough to stay in sight. */
function Desk({ id }: { readonly id: LabId }) {
  const view = useSignal<View>('capture');
  const twoTables = id === 'lab-01-two-tables';
  return (
    <main class="lab" id="main" data-lab={id} {...(twoTables ? { 'data-view': view.value } : {})}>
      <h1 class="hidden">{textOf(id).title}</h1>
      {twoTables && <Views view={view} />}
      {twoTables ? <Capture /> : <Blackboard />}
      <ReportPane />
      <Follow />
    </main>
  );
}

type View = 'capture' | 'report';

function Views({ view }: { readonly view: Signal<View> }) {
  const { views } = lp.value;
  return (
    <div class="lab-views" role="group" aria-label={views.label}>
      {(['capture', 'report'] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="tab"
          data-view-of={one}
          aria-pressed={view.value === one}
          onClick={() => {
            view.value = one;
          }}
        >
          {views[one]}
        </button>
      ))}
    </div>
  );
}

function Capture() {
  return (
    <div class="capture">
      <FilterBar />
      <PacketList />
      <div class="packet-panes">
        <Details />
        <Bytes />
      </div>
    </div>
  );
}
