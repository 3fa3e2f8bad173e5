import type { Page } from 'playwright-core'

/** Waits until the scripts of an admin page run: its buttons are greyed before, and take a moment to turn. */
export const alive = async (page: Page): Promise<void> => {
  await page.locator('.template-default--nav-animate .coloa-page h1').waitFor()
  await page.waitForTimeout(300)
}
