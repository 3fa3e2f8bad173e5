import type { ReactElement } from 'react'

/**
 * The place of the emblem: the spiral walls of Cổ Loa. Its disc takes the colour of the text.
 *
 * @param props.size px
 */
export const Emblem = ({ size = 48 }: { size?: number }): ReactElement => (
  <svg className="emblem" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
    <circle cx="24" cy="24" r="24" fill="currentColor" />
    <path
      d="M24 24a3 3 0 1 1 3 3 7 7 0 1 1 4-10 10 10 0 1 1-16 11A14 14 0 1 1 37 30"
      fill="none"
      stroke="#f3c969"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  </svg>
)
