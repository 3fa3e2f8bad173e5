import type { Page } from 'playwright-core'

/** What is pressed; links in sentences are no targets of that kind. */
const TARGETS = 'button, summary, select, [role=button], input:not([type=hidden])'

/**
 * What of our own part of a page is too small for a finger, `75×22 BUTTON Tiếp nhận`: buttons are 44 px high, everything else
 * that is pressed 24 px (WCAG 2.5.8). A box within its label is as large as the label.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(
    (targets) =>
      [...document.querySelectorAll<HTMLElement>(`.coloa-page :is(${targets})`)].flatMap((one) => {
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect()
        if (width <= 1 || one.closest('.coloa-hidden')) return [] // not to be seen
        const isButton = one.matches('button, .btn')
        if (Math.round(height) >= (isButton ? 44 : 24) && Math.round(width) >= 24) return []
        const name = one.getAttribute('aria-label') ?? (one.innerText || one.id)
        return [`${Math.round(width)}×${Math.round(height)} ${one.tagName} ${name}`]
      }),
    TARGETS,
  )
