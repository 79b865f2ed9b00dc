/** A link as a QR code: dark on light in either theme, because cameras expect it. The encoder comes when needed. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../state/settings.ts';

export function Qr({ text }: { readonly text: string }) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let stale = false;
    const draw = async (): Promise<void> => {
      const { encode } = await import('uqr');
      if (!stale) setRows(encode(text, { border: 2, ecc: 'M' }).data);
    };
    void draw();
    return () => {
      stale = true;
    };
  }, [text]);
  const size = rows.length === 0 ? 1 : rows.length;
  const d = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t.value.room.qr}
      shape-rendering="crispEdges"
    >
      <rect class="qr-paper" width={size} height={size} />
      <path class="qr-ink" d={d} />
    </svg>
  );
}
