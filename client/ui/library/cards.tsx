/** Fact or myth: a card, its answers as buttons, then what is true. Focus goes along: claim, next card, claim. */
import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { truths } from '../../../shared/lessons/card.ts';
import { type CardId, cards } from '../../../shared/lessons/cards.ts';
import { machinesOfCard } from '../../../shared/lessons/machines.ts';
import { type Deck, type Said, answer, cardInFront, deckFrom, next, withInFront } from '../../library/deck.ts';
import { newSeed } from '../../library/seed.ts';
import { lib } from '../../library/words.ts';
import { locale, t } from '../../state/settings.ts';
import { MachineList } from './machines/shelf.tsx';
import { LevelList } from './pageView.tsx';

/** Kept while the page lives, so that a look into the encyclopedia does not cost the count. */
const deck = signal<Deck>(deckFrom(newSeed()));

interface Props {
  /** The card that was asked for; null: the deck as it lies. */
  readonly first: CardId | null;
}

export function Cards({ first }: Props) {
  // Before anything is drawn: the card that was asked for is the first that is seen.
  useMemo(() => {
    if (first !== null) deck.value = withInFront(deck.peek(), first);
  }, [first]);
  const now = deck.value;
  const id = cardInFront(now);
  const { tally } = lib.value.cards;
  return (
    <>
      {id === null ? <NoCard /> : <CardInFront key={id} id={id} now={now} />}
      <p class="tally" role="status" data-right={now.right} data-answered={now.answered}>
        {now.answered > 0 && tally(now.right, now.answered)}
      </p>
    </>
  );
}

function CardInFront({ id, now }: { readonly id: CardId; readonly now: Deck }) {
  const { place } = lib.value.cards;
  const { says } = cards[id][locale.value];
  const claim = useRef<HTMLHeadingElement>(null);
  // The first card of a visit leaves the focus on the heading of the screen.
  useEffect(() => {
    if (now.at > 0) claim.current?.focus();
  }, []);
  return (
    <article class="card" data-card={id} data-truth={cards[id].truth ?? 'why'}>
      <p class="card-place">{place(now.at + 1, now.order.length)}</p>
      <h2 ref={claim} tabIndex={-1} class="arrival">
        {says}
      </h2>
      <Answers id={id} said={now.said} />
      <div role="status" class="card-verdict">
        {now.said !== null && <Answer id={id} said={now.said} />}
      </div>
      {now.said !== null && <After id={id} />}
    </article>
  );
}

function say(what: Said): void {
  deck.value = answer(deck.peek(), what);
}

function Answers({ id, said }: { readonly id: CardId; readonly said: Said | null }) {
  const words = lib.value.cards;
  if (cards[id].truth === null) {
    if (said !== null) return null;
    return (
      <button type="button" class="button accent" data-say="turned" onClick={() => say('turned')}>
        {words.show}
      </button>
    );
  }
  return (
    <div class="card-ways" role="group" aria-label={words.ask}>
      {truths.map((truth) => (
        <button
          key={truth}
          type="button"
          class="button"
          data-say={truth}
          aria-pressed={said === truth}
          aria-disabled={said !== null}
          onClick={() => say(truth)}
        >
          {words.say[truth]}
        </button>
      ))}
    </div>
  );
}

function Answer({ id, said }: { readonly id: CardId; readonly said: Said }) {
  const words = lib.value.cards;
  const { truth, section } = cards[id];
  const right = said === truth;
  return (
    <div data-verdict-of-card={truth === null ? 'turned' : right ? 'right' : 'wrong'}>
      {truth !== null && (
        <p class={right ? 'said-right' : 'said-wrong'}>
          <span aria-hidden="true">{right ? '✓' : '✕'}</span> {words.judged(right, truth)}
        </p>
      )}
      <p>{cards[id][locale.value].answer}</p>
      <p class="entry-section">{t.value.verdict.section(section)}</p>
    </div>
  );
}

function After({ id }: { readonly id: CardId }) {
  const words = lib.value.cards;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button accent"
        data-next-card
        onClick={() => {
          deck.value = next(deck.peek());
        }}
      >
        {words.next}
      </button>
      <MachineList ids={machinesOfCard(id)} />
      <LevelList title={words.levels} levels={cards[id].levels} />
    </>
  );
}

function NoCard() {
  const words = lib.value.cards;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article class="card" data-card="none">
      <h2 ref={heading} tabIndex={-1} class="arrival">
        {words.end}
      </h2>
      <p>{words.endLead}</p>
      <button
        type="button"
        class="button accent"
        data-shuffle
        onClick={() => {
          deck.value = deckFrom(newSeed());
        }}
      >
        {words.again}
      </button>
    </article>
  );
}
