import type { Choice } from '#kit/admin/forms/choice.ts'
import type { Register } from '../../people/readRegister.ts'
import type { RegisterWords } from './registerWords.ts'

/** What every part of a board's register is given. */
export type SectionProps = {
  register: Register
  words: RegisterWords
  language: string
  /** Content types: slug, label. */
  kinds: readonly Choice[]
}

/** The names of sections by their ids. */
export const sectionNames = (register: Register, ids: readonly number[]): string =>
  ids.map((id) => register.sections.find((one) => one.id === id)?.name ?? String(id)).join(', ')
