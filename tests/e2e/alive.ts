import type { Page } from 'playwright-core'

/**
 * Waits until the scripts of an admin page run: its buttons are greyed before, and take a moment to turn; what is typed into a
 * document before is lost.
 */
export const alive = async (page: Page): Promise<void> => {
  await page
    .locator('.template-default--nav-animate :is(.coloa-page h1, .document-fields)')
    .first()
    .waitFor()
  await page.waitForTimeout(300)
}
