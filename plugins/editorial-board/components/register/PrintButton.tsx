'use client'
import { Button } from '@payloadcms/ui'

/** Prints the calendar alone; the browser's own command prints the whole register. */
export const PrintButton = ({ label }: { label: string }) => (
  <Button buttonStyle="secondary" onClick={printCalendar} size="small" type="button">
    {label}
  </Button>
)

const printCalendar = () => {
  const { dataset } = document.documentElement
  dataset.coloaPrint = 'calendar'
  window.addEventListener('afterprint', () => delete dataset.coloaPrint, { once: true })
  window.print()
}
