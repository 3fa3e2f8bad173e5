/** What can be wrong with a record of decisions. */
export type FindingCode =
  | 'hash_wrong'
  | 'entry_unreadable'
  | 'entry_moved'
  | 'entry_missing'
  | 'entry_unlinked'
  | 'tail_missing'
  | 'signature_missing'
  | 'signature_wrong'
  | 'key_unknown'
  | 'head_missing'
  | 'head_changed'
  | 'row_missing'
  | 'row_unsigned'
  | 'row_changed'
  | 'row_misdated'
  | 'role_not_in_force'
  | 'mandate_not_in_force'
  | 'mandate_not_given_by_head'
  | 'board_not_responsible'
  | 'about_oneself'
  | 'voted_twice'
  | 'ballot_missing'
  | 'ballot_differs'
  | 'step_not_done'
  | 'step_not_theirs'
  | 'own_work'
  | 'flow_not_signed'
  | 'on_hold'
  | 'consent_missing'
  | 'consent_not_in_force'
  | 'consent_exceeded'
  | 'copy_differs'
  | 'copy_adapted'
  | 'origin_missing'
  | 'origin_stale'
  | 'not_incoming'
  | 'decision_missing'
  | 'released_twice'
  | 'decision_revoked'
  | 'before_its_time'
  | 'release_differs'
  | 'release_missing'
  | 'release_moved'
  | 'import_without_decision'
  | 'public_differs'
  | 'public_missing'

/** One thing that is wrong, with the row it is about. */
export type Finding = {
  code: FindingCode
  /** Table of the row, e.g. `editorial.ballots`. */
  table: string
  /** Which row: `board/n` of an entry, `log/seq` of a release, else its id. */
  key: string
  /** What exactly, for the sentence about it: a column, a person, a number. */
  about?: string
}

/** Takes a finding down. */
export type Note = (finding: Finding) => void
