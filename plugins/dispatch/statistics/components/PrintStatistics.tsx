'use client'
import { LiveButton } from '#kit/admin/LiveButton.tsx'

/** Opens the browser's print dialog. */
export const PrintStatistics = ({ label }: { label: string }) => (
  <LiveButton buttonStyle="secondary" onClick={() => window.print()} size="small" type="button">
    {label}
  </LiveButton>
)
