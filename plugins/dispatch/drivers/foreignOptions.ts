import type { HttttnCodes } from './httttn/httttnCodes.ts'

/** What is agreed with systems whose protocols are not ours. */
export type ForeignOptions = {
  /** CAP's category by a topic's code; others are `Other`. */
  capCategories?: Readonly<Record<string, string>>
  /** Code tables of receiving HTTTN systems, by the origin of their address (`https://htttn.example.vn`). */
  httttn?: Readonly<Record<string, HttttnCodes>>
  /** Topics of RadioTech boards: where one listens (`{device}` is its code), where all tell of themselves, our name there. */
  byradio?: { topic: string; heartbeats: string; sender: string }
}

/** What holds where a site has agreed on nothing else. */
export const usualForeign: Required<ForeignOptions> = {
  capCategories: { urgentNews: 'Safety', security: 'Security', essential: 'Safety' },
  httttn: {},
  byradio: { topic: 'radiotech/{device}', heartbeats: 'radiotech/+/heartbeat', sender: 'coloa' },
}
