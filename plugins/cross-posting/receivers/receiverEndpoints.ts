import type { Endpoint } from 'payload'
import { webhookEndpoints } from '../webhooks/webhookEndpoints.ts'
import { keyEndpoints } from './keyEndpoints.ts'
import { proposalEndpoints } from './proposalEndpoints.ts'
import { siteEndpoints } from './siteEndpoints.ts'

/** The API of component sites and of those who look after them. */
export const receiverEndpoints: Endpoint[] = [
  ...keyEndpoints,
  ...proposalEndpoints,
  ...siteEndpoints,
  ...webhookEndpoints,
]
