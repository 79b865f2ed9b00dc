/** The library: encyclopedia, cards and exam under one roof, each at an address of its own. */
import { useEffect } from 'preact/hooks';
import { lib } from '../../library/words.ts';
import { type LibraryPlace, cardsAt, examAt } from '../../state/libraryPath.ts';
import { Heading } from '../levels/heading.tsx';
import { LibraryLink } from '../libraryLink.tsx';
import { Cards } from './cards.tsx';
import { examScreen, loadExam } from './loadExam.ts';
import { PageView } from './pageView.tsx';
import { Shelves } from './shelves.tsx';
import '../../style/library.css';

export interface LibraryProps {
  readonly here: LibraryPlace;
}

export function Library({ here: { at } }: LibraryProps) {
  const { title, lead, cards, exam } = lib.value;
  return (
    <main class="library" id="main" data-library-at={at}>
      <Parts at={at} />
      {at === '' && <Head key="shelves" title={title} lead={lead} />}
      {at === '' && <Shelves />}
      {at === cardsAt && <Head key="cards" title={lib.value.parts.cards} lead={cards.lead} />}
      {at === cardsAt && <Cards />}
      {at === examAt && <Head key="exam" title={lib.value.parts.exam} lead={exam.lead} />}
      {at === examAt && <ExamRoom />}
      {at !== '' && at !== cardsAt && at !== examAt && <PageView key={at} at={at} />}
    </main>
  );
}

function Head({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <header class="library-head">
      <Heading>{title}</Heading>
      <p class="lead">{lead}</p>
    </header>
  );
}

function Parts({ at }: { readonly at: string }) {
  const { parts } = lib.value;
  return (
    <nav class="library-parts" aria-label={parts.label}>
      <LibraryLink at="" class="button quiet" current={at !== cardsAt && at !== examAt}>
        {parts.pages}
      </LibraryLink>
      <LibraryLink at={cardsAt} class="button quiet" current={at === cardsAt}>
        {parts.cards}
      </LibraryLink>
      <LibraryLink at={examAt} class="button quiet" current={at === examAt}>
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
