'use client'
import { Button } from '@payloadcms/ui'

/** Opens the browser's print dialog. */
export const PrintButton = ({ label }: { label: string }) => (
  <Button id="print-record" onClick={() => window.print()} type="button">
    {label}
  </Button>
)
