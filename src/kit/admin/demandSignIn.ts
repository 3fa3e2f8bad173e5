import { redirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'

/** Custom admin views are open to strangers by default; these send them to the log-in. */
export const demandSignIn = (req: PayloadRequest, path: string): void => {
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(path)}`)
}
