import encodeQR from 'qr'

/** A QR code as inline SVG, black on white in every theme and in print. */
export const QrPicture = (props: { text: string; label: string; className?: string }) => {
  const rows = encodeQR(props.text, 'raw', { ecc: 'medium', border: 4 })
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      aria-label={props.label}
      className={props.className}
      height="220"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width="220"
    >
      <rect fill="#fff" height="100%" width="100%" />
      <path d={path} fill="#000" />
    </svg>
  )
}
