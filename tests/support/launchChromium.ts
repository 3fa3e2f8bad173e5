import { existsSync } from 'node:fs'
import npmChromium from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

/** A real Chromium, and what its pages complained about. */
export type TestBrowser = {
  browser: Browser
  /** A page of its own session, Vietnamese, of the given width. */
  open: (size?: { width: number; height: number }) => Promise<Page>
  /** Console errors, page errors and CSP violations of all pages so far. */
  complaints: string[]
  stop: () => Promise<void>
}

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Launches the Chromium of the npm package; where it has no build for the machine, one of the system. */
export const launchChromium = async (): Promise<TestBrowser> => {
  const complaints: string[] = []
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    // Not the package's own arguments: they are for lambdas, and switch off what these tests look at.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    headless: true,
  })
  return {
    browser,
    complaints,
    open: async (size = { width: 1280, height: 900 }) => {
      const context = await browser.newContext({ viewport: size, locale: 'vi-VN' })
      const page = await context.newPage()
      page.on('console', (message) => {
        // The browser reports every refused request itself; tests look at those answers.
        if (message.type() !== 'error' || message.text().startsWith('Failed to load resource'))
          return
        complaints.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
      return page
    },
    stop: () => browser.close(),
  }
}

/** The program to start; the npm package's own is unpacked at first need. */
export const findChromium = async (): Promise<string> => {
  const own = process.env.CHROMIUM_PATH
  if (own) return own
  try {
    return await npmChromium.executablePath()
  } catch (error) {
    const found = system.find((one) => existsSync(one))
    if (!found) throw error
    return found
  }
}
