/** The ladder as a picture to keep: SVG as it stands on the screen, or a PNG of it. Drawn in the page, nothing is sent. */
import { download } from '../state/download.ts';

/** What style sheets give to the shapes, and a picture must carry in itself. */
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font',
  'text-anchor',
] as const;

const namespace = 'http://www.w3.org/2000/svg';
const nameRoom = 24;

function carryStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of carried) to.setAttribute(name === 'font' ? 'style' : name, worth(name, style));
  for (const [i, child] of [...from.children].entries()) {
    const copy = to.children[i];
    if (copy !== undefined) carryStyles(child, copy);
  }
}

const worth = (name: (typeof carried)[number], style: CSSStyleDeclaration): string =>
  name === 'font' ? `font: ${style.font}` : style.getPropertyValue(name);

/** A ladder with its background and the names of its ends on top. `names`: left, right, at these x. */
export function standalone(
  svg: SVGSVGElement,
  names: readonly (readonly [x: number, name: string])[],
): { readonly text: string; readonly width: number; readonly height: number } {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('a clone of something else');
  carryStyles(svg, copy);
  for (const target of copy.querySelectorAll('.arrow-target')) target.remove();
  const whole = height + nameRoom;
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('viewBox', `0 ${-nameRoom} ${width} ${whole}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(whole));
  const paper = document.createElementNS(namespace, 'rect');
  const { backgroundColor, color } = getComputedStyle(svg.closest('.panel') ?? document.body);
  for (const [name, value] of Object.entries({ x: 0, y: -nameRoom, width, height: whole, fill: backgroundColor }))
    paper.setAttribute(name, String(value));
  copy.prepend(paper);
  for (const [x, name] of names) {
    const text = document.createElementNS(namespace, 'text');
    for (const [key, value] of Object.entries({ x, y: -7, fill: color, 'text-anchor': 'middle' }))
      text.setAttribute(key, String(value));
    text.setAttribute('style', 'font: 700 14px sans-serif');
    text.textContent = name;
    copy.append(text);
  }
  return { text: new XMLSerializer().serializeToString(copy), width, height: whole };
}

type Picture = ReturnType<typeof standalone>;

export const saveSvg = (name: string, { text }: Picture): void => download(`${name}.svg`, 'image/svg+xml', text);

/** Three times as large as on the screen, for slides. */
export async function savePng(name: string, { text, width, height }: Picture): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 3, height * 3];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((blob) => {
    if (blob !== null) download(`${name}.png`, 'image/png', blob);
  }, 'image/png');
}
