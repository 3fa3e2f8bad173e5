import type { KeyObject } from 'node:crypto'
import type { Receipt, Report } from '#src/examples/device/protocol.ts'
import { signReport } from '#src/examples/device/signReport.ts'

/** One thing a device says of a dispatch, that it happens now. */
export const receipt = (
  dispatch: string,
  kind: Receipt['kind'],
  more: Partial<Receipt> = {},
): Receipt => ({
  dispatch,
  kind,
  eventId: `${kind}-1`,
  at: new Date().toISOString(),
  ...more,
})

/** A device's report, signed with its key; without receipts unless they are given. */
export const signedReport = (
  device: { code: string; privateKey: KeyObject },
  report: Partial<Report>,
  now = new Date(),
) => signReport(device, { v: 1, receipts: [], ...report }, now)
