/** One tab stop for many buttons: arrows, Home and End move the focus among those that have a tabindex. */
interface Way {
  /** `column`: up and down. `grid`: left and right as well, `width` buttons a row. */
  readonly along: 'column' | 'grid';
  readonly width?: number;
  /** What is done with the button that the focus came to. */
  readonly arrive: (button: HTMLElement, event: KeyboardEvent) => void;
}

const steps: { readonly [key: string]: readonly [column: number, grid: 'one' | 'row'] } = {
  ArrowUp: [-1, 'row'],
  ArrowDown: [1, 'row'],
  ArrowLeft: [-1, 'one'],
  ArrowRight: [1, 'one'],
};

/** The buttons are those that stand in the same `[data-roving]`, or in the same table. */
export function moveFocus(event: KeyboardEvent & { readonly currentTarget: EventTarget }, way: Way): void {
  const own = event.currentTarget;
  if (!(own instanceof HTMLElement)) return;
  const buttons = [...(own.closest('table, [data-roving]')?.querySelectorAll<HTMLElement>('button[tabindex]') ?? [])];
  const to = buttons[target(event.key, buttons.indexOf(own), buttons.length, way)];
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
  way.arrive(to, event);
}

/** Where a key leads; -1: nowhere. */
function target(key: string, from: number, count: number, { along, width = 1 }: Way): number {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return -1;
  const [sign, unit] = step;
  if (along === 'column') return unit === 'row' ? from + sign : -1;
  return from + sign * (unit === 'row' ? width : 1);
}
