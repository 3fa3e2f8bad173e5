import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Finding = {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary: string }[]
}
type Axe = { run: (within: string, how: object) => Promise<{ violations: Finding[] }> }

let script: Promise<string> | undefined

/**
 * What axe finds in a part of a page, our own unless told otherwise: `rule: element, what is wrong with it`.
 *
 * @param options.within a selector; `html` is the whole page
 * @param options.isGraveOnly only what axe calls serious or critical
 */
export const axeFaults = async (
  page: Page,
  options: { within?: string; isGraveOnly?: boolean } = {},
): Promise<string[]> => {
  const { within = '.coloa-page', isGraveOnly = false } = options
  script ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(await script)
  const found = await page.evaluate(async (part) => {
    const { axe } = window as unknown as { axe: Axe } // the script puts itself there
    const { violations } = await axe.run(part, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }))
  }, within)
  return found
    .filter(({ impact }) => !isGraveOnly || impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.join('; ')}`)
}
