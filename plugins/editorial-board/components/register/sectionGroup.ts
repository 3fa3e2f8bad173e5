import type { ScopeGroup } from '#kit/admin/forms/ScopeChoice.tsx'
import type { Section } from '../../options.ts'

/** Sections as marks of a scope. */
export const sectionGroup = (
  words: { sections: string },
  sections: readonly Section[],
): ScopeGroup => ({
  name: 'categories',
  label: words.sections,
  choices: sections.map((one) => [String(one.id), one.name] as const),
})
