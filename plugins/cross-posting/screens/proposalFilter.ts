import type { Query } from '#kit/admin/query.ts'
import { proposalStates } from '../types.ts'
import type { ProposalReason, ProposalState } from '../types.ts'

/** The parts of the inbox, as its address names them. */
export const inboxTabs = ['incoming', 'sent', 'settled'] as const
export type InboxTab = (typeof inboxTabs)[number]

/** Why a board has something. */
export const reasons = ['offer', 'subscription', 'update', 'proposal'] as const

/** What a list is narrowed to; nothing is everything. */
export type ProposalFilter = {
  text?: string
  reason?: ProposalReason
  /** The site at the other side. */
  site?: string
  state?: ProposalState
}

/** The part an address asks for; the incoming one unless it names another. */
export const tabOf = (query: Query): InboxTab =>
  inboxTabs.find((one) => one === query.get('tab')) ?? 'incoming'

/** The filter of an address; what it does not know it leaves out. */
export const filterOf = (query: Query): ProposalFilter => {
  const text = query.get('text')?.slice(0, 100)
  const reason = reasons.find((one) => one === query.get('reason'))
  const site = query.get('site')?.slice(0, 120)
  const state = proposalStates.find((one) => one === query.get('state'))
  return {
    ...(text ? { text } : {}),
    ...(reason ? { reason } : {}),
    ...(site ? { site } : {}),
    ...(state ? { state } : {}),
  }
}

/** The address of a page of a list. */
export const addressOf = (tab: InboxTab, filter: ProposalFilter, page = 1): string => {
  const params = new URLSearchParams({
    ...(tab === 'incoming' ? {} : { tab }),
    ...filter,
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return params.size > 0 ? `/admin/cross-posting?${params.toString()}` : '/admin/cross-posting'
}
