'use client'
import { LiveButton } from '#kit/admin/LiveButton.tsx'

/** Opens the browser's print dialog. */
export const PrintButton = ({ label }: { label: string }) => (
  <LiveButton id="print-record" onClick={() => window.print()} type="button">
    {label}
  </LiveButton>
)
