/** The packet details: a tree of lines. The chosen line says where it stands, and can become a filter. */
import { useEffect, useRef } from 'preact/hooks';
import type { Packet } from '../../../shared/lessons/lab/dissect/dissect.ts';
import { chooseLine, chosen, chosenLine, open, toggle } from '../../lab/bench.ts';
import { type Line, filterFor, hasChildren, linesAbove, openKey, visibleLines } from '../../lab/lines.ts';
import { applyFilter, followStream } from '../../lab/steps.ts';
import { labSays, lp } from '../../lab/words.ts';

export function Details() {
  const { details } = lp.value;
  const packet = chosen.value;
  return (
    <section class="details" aria-label={details.title}>
      <div class="pane-head">
        <h2>{details.title}</h2>
        {packet !== null && packet.stream !== null && <FollowButton stream={packet.stream} />}
        {packet !== null && packet.stream === null && <p class="hint">{details.noStream}</p>}
      </div>
      {packet === null ? <p class="empty">{details.none}</p> : <Tree packet={packet} />}
      <AboutLine />
    </section>
  );
}

function FollowButton({ stream }: { readonly stream: number }) {
  return (
    <button type="button" class="button small" data-follow={stream} onClick={() => followStream(stream)}>
      {lp.value.details.follow}
    </button>
  );
}

function Tree({ packet }: { readonly packet: Packet }) {
  const lines = visibleLines(packet, open.value);
  const own = chosenLine.value;
  const stop = lines.some(({ path }) => path === own?.path) ? own?.path : lines[0]?.path;
  return (
    <div class="tree" role="tree" aria-label={lp.value.details.title} data-roving>
      {lines.map((line) => (
        <TreeLine key={line.path} line={line} packet={packet} lines={lines} isStop={line.path === stop} />
      ))}
    </div>
  );
}

interface LineProps {
  readonly line: Line;
  readonly packet: Packet;
  readonly lines: readonly Line[];
  readonly isStop: boolean;
}

function TreeLine({ line, packet, lines, isStop }: LineProps) {
  const { details } = lp.value;
  const { path, depth, node } = line;
  const isChosen = chosenLine.value?.path === path;
  const expanded = hasChildren(line) ? open.value.has(openKey(node)) : null;
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen && own.current !== null) intoSight(own.current);
  }, [isChosen]);
  return (
    <div
      ref={own}
      role="treeitem"
      class="tree-line mono"
      style={{ '--depth': depth }}
      aria-level={depth + 1}
      aria-selected={isChosen}
      {...(expanded === null ? {} : { 'aria-expanded': expanded })}
      tabIndex={isStop ? 0 : -1}
      data-line={path}
      {...(node.name === null ? {} : { 'data-name': node.name })}
      onClick={() => chooseLine(path)}
      onDblClick={() => toggle(line)}
      onKeyDown={(event) => onKey(event, line, { packet, lines })}
    >
      {expanded === null ? (
        <span class="twist" aria-hidden="true" />
      ) : (
        <span
          class="twist"
          title={expanded ? details.collapse : details.expand}
          aria-hidden="true"
          onClick={() => toggle(line)}
        >
          {expanded ? '▾' : '▸'}
        </span>
      )}
      <span class="tree-text">{node.text}</span>
    </div>
  );
}

/** Scrolls the tree, and nothing around it. */
function intoSight(line: HTMLElement): void {
  const tree = line.parentElement;
  if (tree === null) return;
  const top = line.offsetTop - tree.offsetTop;
  if (top < tree.scrollTop) tree.scrollTop = top;
  else if (top + line.offsetHeight > tree.scrollTop + tree.clientHeight) {
    tree.scrollTop = top + line.offsetHeight - tree.clientHeight;
  }
}

/** The keys of a tree, by the ARIA Authoring Practices. */
function onKey(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  line: Line,
  { packet, lines }: Pick<LineProps, 'packet' | 'lines'>,
): void {
  const at = lines.findIndex(({ path }) => path === line.path);
  const isOpen = hasChildren(line) && open.value.has(openKey(line.node));
  const go = (to: Line | undefined): void => {
    event.preventDefault();
    if (to === undefined) return;
    chooseLine(to.path);
    const tree = event.currentTarget.closest('[role="tree"]');
    tree?.querySelector<HTMLElement>(`[data-line="${to.path}"]`)?.focus();
  };
  const setOpen = (wanted: boolean): void => {
    event.preventDefault();
    toggle(line, wanted);
  };
  switch (event.key) {
    case 'ArrowDown':
      return go(lines[at + 1]);
    case 'ArrowUp':
      return go(lines[at - 1]);
    case 'Home':
      return go(lines[0]);
    case 'End':
      return go(lines.at(-1));
    case 'ArrowRight':
      return hasChildren(line) && !isOpen ? setOpen(true) : go(isOpen ? lines[at + 1] : undefined);
    case 'ArrowLeft':
      return isOpen ? setOpen(false) : go(linesAbove(packet, line.path).at(-1));
    case 'Enter':
    case ' ':
      event.preventDefault();
      chooseLine(line.path);
      return hasChildren(line) ? setOpen(!isOpen) : undefined;
    default:
      return undefined;
  }
}

/** What the chosen line is: its name for filters, its octets, and what it means. */
function AboutLine() {
  const { details } = lp.value;
  const line = chosenLine.value;
  if (line === null) return null;
  const { name, from, to } = line.node;
  const filter = filterFor(line);
  const gloss = name === null ? undefined : labSays.value.gloss[name];
  return (
    <div class="about-line" data-about={name ?? ''}>
      <p>
        {name !== null && <b class="mono">{name}</b>} {from === to ? details.computed : details.octets(from, to - 1)}
        {gloss !== undefined && <span class="gloss">{gloss}</span>}
      </p>
      {filter !== null && (
        <button type="button" class="button small" data-as-filter onClick={() => applyFilter(filter)}>
          {details.asFilter}
        </button>
      )}
    </div>
  );
}
