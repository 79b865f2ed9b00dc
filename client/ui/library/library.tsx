/** The library: encyclopedia, machines, cards and exam under one roof, each at an address of its own. */
import { useEffect } from 'preact/hooks';
import { type Room, roomAt } from '../../library/place.ts';
import { lib } from '../../library/words.ts';
import { assertNever } from '../../../shared/result.ts';
import type { MachineId } from '../../../shared/lessons/machines.ts';
import { type LibraryPlace, cardsAt, examAt, machinesAt } from '../../state/libraryPath.ts';
import { Heading } from '../levels/heading.tsx';
import { LibraryLink } from '../libraryLink.tsx';
import { Cards } from './cards.tsx';
import { examScreen, loadExam } from './loadExam.ts';
import { loadMachine, machineScreen } from './loadMachine.ts';
import { MachineShelf } from './machines/shelf.tsx';
import { NoPage, PageView } from './pageView.tsx';
import { Shelves } from './shelves.tsx';
import '../../style/library.css';

export interface LibraryProps {
  readonly here: LibraryPlace;
}

export function Library({ here: { at } }: LibraryProps) {
  const room = roomAt(at);
  return (
    <main class="library" id="main" data-library-at={at}>
      <Parts room={room} />
      <Inside key={room.type} room={room} />
    </main>
  );
}

function Inside({ room }: { readonly room: Room }) {
  const { title, lead, parts, machine, cards, exam } = lib.value;
  switch (room.type) {
    case 'shelves':
      return (
        <>
          <Head title={title} lead={lead} />
          <Shelves />
        </>
      );
    case 'machines':
      return (
        <>
          <Head title={parts.machines} lead={machine.lead} />
          <MachineShelf />
        </>
      );
    case 'machine':
      return <MachineRoom id={room.id} />;
    case 'cards':
      return (
        <>
          <Head title={parts.cards} lead={cards.lead} />
          <Cards first={room.first} />
        </>
      );
    case 'exam':
      return (
        <>
          <Head title={parts.exam} lead={exam.lead} />
          <ExamRoom />
        </>
      );
    case 'page':
      return <PageView key={room.id} id={room.id} />;
    case 'none':
      return <NoPage />;
    default:
      return assertNever(room);
  }
}

function Head({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <header class="library-head">
      <Heading>{title}</Heading>
      <p class="lead">{lead}</p>
    </header>
  );
}

function Parts({ room: { type } }: { readonly room: Room }) {
  const { parts } = lib.value;
  return (
    <nav class="library-parts" aria-label={parts.label}>
      <LibraryLink at="" class="button quiet" current={type === 'shelves' || type === 'page' || type === 'none'}>
        {parts.pages}
      </LibraryLink>
      <LibraryLink at={machinesAt} class="button quiet" current={type === 'machines' || type === 'machine'}>
        {parts.machines}
      </LibraryLink>
      <LibraryLink at={cardsAt} class="button quiet" current={type === 'cards'}>
        {parts.cards}
      </LibraryLink>
      <LibraryLink at={examAt} class="button quiet" current={type === 'exam'}>
        {parts.exam}
      </LibraryLink>
    </nav>
  );
}

function ExamRoom() {
  const Exam = examScreen.value;
  useEffect(() => void loadExam(), []);
  return Exam === null ? <p role="status">{lib.value.fetching}</p> : <Exam />;
}

function MachineRoom({ id }: { readonly id: MachineId }) {
  const Machine = machineScreen.value;
  useEffect(() => void loadMachine(), []);
  return Machine === null ? <p role="status">{lib.value.fetching}</p> : <Machine id={id} />;
}
