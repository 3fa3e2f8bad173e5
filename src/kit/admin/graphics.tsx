import type { ReactElement } from 'react'
import { Emblem } from '../Emblem.tsx'

/** The mark at the head of every admin page. */
export const Icon = (): ReactElement => (
  <span className="coloa-mark">
    <Emblem size={18} />
  </span>
)

/** The mark and name above the log-in. */
export const Logo = (): ReactElement => (
  <span className="coloa-mark coloa-logo">
    <Emblem size={72} />
    Cổ Loa
  </span>
)
