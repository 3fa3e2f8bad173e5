/** What somebody is told. */
export const noticeKinds = [
  'submitted',
  'advanced',
  'dueSoon',
  'overdue',
  'returned',
  'refused',
  'lapsed',
  'approved',
  'released',
  'withdrawn',
  'emergency',
  'emergencyOverdue',
  'emergencyReviewed',
  'membership',
  'proposed',
  'proposedUrgent',
  'withdrawnWithOrigin',
  'proposalSettled',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Kinds that go together with another in what a person chooses. */
const chosenWith: Partial<Record<NoticeKind, NoticeKind>> = {
  emergencyOverdue: 'emergency',
  emergencyReviewed: 'emergency',
  proposedUrgent: 'proposed',
}

/** What a person chooses about; the three about emergencies go together, and all proposals. */
export const choiceKinds: readonly NoticeKind[] = noticeKinds.filter((kind) => !chosenWith[kind])

/** Mail at once, in the digest of the next working morning, or none. */
export type MailChoice = 'now' | 'digest' | 'none'
/** How a person is told of a kind. */
export type Choice = { mail: MailChoice; inApp: 'now' | 'none' }

/** Asks somebody to act at a step; over when the step is. */
export const askingKinds: readonly NoticeKind[] = ['submitted', 'advanced', 'dueSoon', 'overdue']

/** The kind under which a person chooses how to be told. */
export const choiceKindOf = (kind: NoticeKind): NoticeKind => chosenWith[kind] ?? kind

const atOnce: readonly NoticeKind[] = [
  'returned',
  'refused',
  'lapsed',
  'overdue',
  'emergency',
  'withdrawnWithOrigin',
]

/** How whoever has chosen nothing is told. */
export const defaultChoice = (kind: NoticeKind): Choice => ({
  mail: atOnce.includes(choiceKindOf(kind)) ? 'now' : 'digest',
  inApp: 'now',
})
