import { useMemo } from 'react';
import qrcode from 'qrcode';

/** A QR code as one path: sharp at any size, no picture to load. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
    const dark: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
    }
    return { size: modules.size, path: dark.join('') };
  }, [text]);
  // Four modules of quiet around it, as the standard asks.
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`-4 -4 ${size + 8} ${size + 8}`} shapeRendering="crispEdges">
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" /><path d={path} fill="#000" />
    </svg>
  );
}
