import type { PayloadRequest } from 'payload'
import type { ReceiverWords } from '../receiverWords.ts'

/** What every part of a site's page is given. */
export type SitePart = {
  req: PayloadRequest
  site: string
  words: ReceiverWords
  language: string
  mayManage: boolean
}
