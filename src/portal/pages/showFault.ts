import type { PortalError } from '#kit/portalError.ts'
import type { Locale } from '../site/portalSite.ts'
import type { SiteView } from '../site/siteView.ts'
import { readableColour } from '../styles/readableColour.ts'
import { vi } from '../words/vi.ts'
import { en } from '../words/en.ts'
import { showError } from './showError.tsx'

/** A fault page that needs neither database nor site, for what goes wrong before either is known. */
export const showFault = (fault: PortalError, path: string): Buffer =>
  Buffer.from(showError(plainSite(/^(\/s\/[^/]+)?\/en(\/|$)/.test(path) ? 'en' : 'vi'), fault).body)

const plainSite = (locale: Locale): SiteView => ({
  code: '',
  kind: 'city',
  locale,
  languages: [locale],
  title: locale === 'en' ? en.city : vi.city,
  unitLine: '',
  description: '',
  contact: { address: '', phone: '', email: '' },
  menu: [],
  sections: [],
  notice: '',
  mastheadColour: readableColour(undefined),
  basePath: '',
  canonicalBase: '',
})
