import type { PayloadRequest } from 'payload'

/** The codes of the content languages, default first. */
export const localesOfConfig = (req: PayloadRequest): string[] => {
  const { localization } = req.payload.config
  return localization ? localization.localeCodes : ['vi']
}
