import type { Config, Field } from 'payload'
import type { ConfigStep } from '#kit/compose.ts'
import type { DispatchOptions } from '../options.ts'
import { alwaysDemanded, demandedByForms, demandedByStorm } from './demandedFields.ts'
import type { DemandedField, Demands } from './demandedFields.ts'

/**
 * Refuses a config whose collections have not what dispatch reads, naming everything that is missing at once.
 *
 * @throws Error `dispatch: …` with one line for each collection, field, target or option
 */
export const checkCollections =
  (options: DispatchOptions): ConfigStep =>
  (config) => {
    const lacks = [
      ...lacksOf(config, alwaysDemanded),
      ...(options.forms ? lacksOf(config, demandedByForms) : []),
      ...(options.storm ? lacksOf(config, demandedByStorm) : []),
      ...(speaksVietnamese(config) ? [] : ['localization has no locale "vi"']),
    ]
    if (lacks.length === 0) return config
    throw new Error(
      `dispatch: this config lacks what the plugin reads (plugins/dispatch/README.md, "What a project brings"):\n${[
        ...new Set(lacks),
      ]
        .map((one) => `  - ${one}`)
        .join('\n')}`,
    )
  }

const speaksVietnamese = ({ localization }: Config): boolean =>
  Boolean(
    localization &&
    localization.locales.some((one) => (typeof one === 'string' ? one : one.code) === 'vi'),
  )

const lacksOf = (config: Config, demands: Demands): string[] =>
  Object.entries(demands).flatMap(([slug, fields]) => {
    const collection = (config.collections ?? []).find((one) => one.slug === slug)
    if (!collection) return [`collection "${slug}"`]
    const known = fieldsByPath(collection.fields)
    return Object.entries(fields).flatMap(([path, demanded]) =>
      lacksOfField(`${slug}.${path}`, known.get(path), demanded),
    )
  })

/** By path; rows, tabs without a name and collapsibles are no part of it. */
const fieldsByPath = (fields: readonly Field[], before = ''): Map<string, Field> => {
  const found = new Map<string, Field>()
  const addAll = (inner: readonly Field[], name: string) => {
    for (const [path, field] of fieldsByPath(inner, name)) found.set(path, field)
  }
  for (const field of fields) {
    const name = 'name' in field && field.name ? `${before}${field.name}` : undefined
    if (name) found.set(name, field)
    if (field.type === 'tabs') {
      for (const tab of field.tabs)
        addAll(tab.fields, 'name' in tab && tab.name ? `${before}${tab.name}.` : before)
    } else if ('fields' in field) addAll(field.fields, name ? `${name}.` : before)
  }
  return found
}

const lacksOfField = (
  name: string,
  field: Field | undefined,
  demanded: DemandedField,
): string[] => {
  const types = [demanded.type].flat()
  if (!field) return [`field "${name}" (${types.join(' or ')})`]
  if (!types.includes(field.type)) {
    return [`field "${name}" is of type ${field.type}, not ${types.join(' or ')}`]
  }
  const lacks: string[] = []
  if (demanded.isLocalized && !('localized' in field && field.localized))
    lacks.push(`field "${name}" is not localized`)
  if (demanded.hasMany && !('hasMany' in field && field.hasMany))
    lacks.push(`field "${name}" has no hasMany`)
  if (demanded.to && !('relationTo' in field && field.relationTo === demanded.to))
    lacks.push(`field "${name}" does not lead to "${demanded.to}"`)
  const offered = field.type === 'select' ? field.options : []
  const values = offered.map((one) => (typeof one === 'string' ? one : one.value))
  const missing = (demanded.options ?? []).filter((one) => !values.includes(one))
  if (missing.length > 0) lacks.push(`field "${name}" does not offer ${missing.join(', ')}`)
  return lacks
}
