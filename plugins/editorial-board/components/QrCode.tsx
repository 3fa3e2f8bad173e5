import encodeQR from 'qr'

/** A QR code as inline SVG, black on white in every theme and in print. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      aria-label={label}
      className="coloa-qr"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
    >
      <rect fill="#fff" height="100%" width="100%" />
      <path d={path} fill="#000" />
    </svg>
  )
}
