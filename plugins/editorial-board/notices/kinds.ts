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
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a person chooses about; the three about emergencies go together. */
export const choiceKinds: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => kind !== 'emergencyOverdue' && kind !== 'emergencyReviewed',
)

/** Mail at once, in the digest of the next working morning, or none. */
export type MailChoice = 'now' | 'digest' | 'none'
/** How a person is told of a kind. */
export type Choice = { mail: MailChoice; inApp: 'now' | 'none' }

/** Asks somebody to act at a step; over when the step is. */
export const askingKinds: readonly NoticeKind[] = ['submitted', 'advanced', 'dueSoon', 'overdue']

/** The kind under which a person chooses how to be told. */
export const choiceKindOf = (kind: NoticeKind): NoticeKind =>
  kind === 'emergencyOverdue' || kind === 'emergencyReviewed' ? 'emergency' : kind

const atOnce: readonly NoticeKind[] = ['returned', 'refused', 'lapsed', 'overdue', 'emergency']

/** How whoever has chosen nothing is told. */
export const defaultChoice = (kind: NoticeKind): Choice => ({
  mail: atOnce.includes(choiceKindOf(kind)) ? 'now' : 'digest',
  inApp: 'now',
})
