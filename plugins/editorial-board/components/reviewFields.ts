import type { ActionField } from './ActionForm.tsx'
import type { DeskWords } from './deskWords.ts'

/** What whoever reviews an emergency release says. */
export const reviewFields = (words: DeskWords): ActionField[] => [
  {
    name: 'verdict',
    label: words.reviewVerdict,
    options: [
      ['confirmed', words.verdictConfirmed],
      ['objected', words.verdictObjected],
    ],
  },
  { name: 'explanation', label: words.reviewReason, isOptional: true },
]
