/** What lies on the lab's bench: the capture, its filter, the chosen packet and line. Nothing of it is scored. */
import { batch, computed, signal } from '@preact/signals';
import { dissect, type Packet } from '../../shared/lessons/lab/dissect/dissect.ts';
import type { NumberForm } from '../../shared/lessons/lab/dissect/tcp.ts';
import type { Filter } from '../../shared/lessons/lab/filter/filter.ts';
import { passes } from '../../shared/lessons/lab/filter/match.ts';
import { parseFilter } from '../../shared/lessons/lab/filter/parse.ts';
import { type Frame, framesOf, type LabId } from '../../shared/lessons/lab/frames.ts';
import { type Line, allLines, lineOfOctet, linesAbove, openKey, sameLine } from './lines.ts';

const frames = signal<readonly Frame[]>([]);
/** As Wireshark begins: relative. */
export const form = signal<NumberForm>('relative');
export const packets = computed<readonly Packet[]>(() => dissect(frames.value, form.value));

/** What stands in the filter's field, and whether it could be applied. */
export const filterText = signal('');
export const filterRead = computed(() => parseFilter(filterText.value));
const everything: Filter = { type: 'all' };
/** What was applied last. */
export const applied = signal<{ readonly text: string; readonly filter: Filter }>({ text: '', filter: everything });
export const shown = computed(() => packets.value.filter((packet) => passes(applied.value.filter, packet)));

/** null: none, or the filter hides it. */
const chosenNumber = signal<number | null>(null);
export const chosen = computed(() => shown.value.find(({ number }) => number === chosenNumber.value) ?? null);
const chosenPath = signal<string | null>(null);
export const chosenLine = computed<Line | null>(() => {
  const packet = chosen.value;
  return packet === null ? null : (allLines(packet).find(({ path }) => path === chosenPath.value) ?? null);
});
/** Lines whose children are shown (`openKey`). */
export const open = signal<ReadonlySet<string>>(new Set());

/** The connection that was followed last, and whether its window is open. */
export const followed = signal(0);
export const followOpen = signal(false);

/** Everything as at the beginning. */
export function layOut(id: LabId): void {
  batch(() => {
    frames.value = framesOf(id);
    form.value = 'relative';
    filterText.value = '';
    applied.value = { text: '', filter: everything };
    chosenNumber.value = null;
    chosenPath.value = null;
    open.value = new Set(['tcp', 'tcp.flags']);
    followOpen.value = false;
  });
}

export function choosePacket(number: number): void {
  const line = chosenLine.peek();
  batch(() => {
    chosenNumber.value = number;
    const packet = chosen.value;
    chosenPath.value = line === null || packet === null ? null : (sameLine(packet, line)?.path ?? null);
  });
}

export const chooseLine = (path: string): void => void (chosenPath.value = path);

/** Chooses the field that an octet belongs to, and opens what it stands in. */
export function chooseOctet(at: number): void {
  const packet = chosen.peek();
  const line = packet && lineOfOctet(packet, at);
  if (packet === null || line === null) return;
  batch(() => {
    open.value = new Set([...open.peek(), ...linesAbove(packet, line.path).map(({ node }) => openKey(node))]);
    chosenPath.value = line.path;
  });
}

export function toggle({ node }: Line, wanted: boolean = !open.peek().has(openKey(node))): void {
  const next = new Set(open.peek());
  if (wanted) next.add(openKey(node));
  else next.delete(openKey(node));
  open.value = next;
}

/** Shows what the filter's field says. False: that is no filter. */
export function applyFilter(text: string = filterText.peek()): boolean {
  filterText.value = text;
  const read = filterRead.value;
  if (read.ok) applied.value = { text, filter: read.value };
  return read.ok;
}

/** As Wireshark does: the conversation in a window, and a filter that leaves its packets. */
export function followStream(stream: number): void {
  batch(() => {
    followed.value = stream;
    followOpen.value = true;
    applyFilter(`tcp.stream eq ${stream}`);
  });
}
