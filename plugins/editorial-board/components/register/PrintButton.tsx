'use client'
import { LiveButton } from '#kit/admin/LiveButton.tsx'

/** Prints the calendar alone; the browser's own command prints the whole register. */
export const PrintButton = ({ label }: { label: string }) => (
  <LiveButton buttonStyle="secondary" onClick={printCalendar} size="small" type="button">
    {label}
  </LiveButton>
)

const printCalendar = () => {
  const { dataset } = document.documentElement
  dataset.coloaPrint = 'calendar'
  window.addEventListener('afterprint', () => delete dataset.coloaPrint, { once: true })
  window.print()
}
