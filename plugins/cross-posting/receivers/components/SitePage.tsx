import type { AdminViewServerProps } from 'payload'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { sqlOf } from '#kit/transaction.ts'
import { CrossPostingPage } from '../../components/CrossPostingPage.tsx'
import { receiverWords } from '../receiverWords.ts'
import { readReceiverSites } from '../sites.ts'
import { mayAt } from '../siteRights.ts'
import { AttemptPart } from './AttemptPart.tsx'
import { ConformancePart } from './ConformancePart.tsx'
import { EndpointPart } from './EndpointPart.tsx'
import { Part } from './FormFields.tsx'
import { KeyPart } from './KeyPart.tsx'
import { TechnicianPart } from './TechnicianPart.tsx'
import './receivers.css'

/** `/admin/cross-posting/sites/:code`: what a site's technician needs: how far it has read, keys, webhooks and their log. */
export const SitePage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const segments = view.params?.segments
  const code = String((Array.isArray(segments) ? segments[2] : undefined) ?? '')
  demandSignIn(req, `/admin/cross-posting/sites/${encodeURIComponent(code)}`)
  const { language } = req.i18n
  const words = receiverWords(language)
  const isKnown = /^[a-z0-9-]{1,64}$/.test(code) && (await mayAt(req, code, 'see'))
  const [site] = isKnown ? await readReceiverSites(await sqlOf(req), [code]) : []
  if (!site) {
    return (
      <CrossPostingPage isBelow tab="/sites" title={words.title} view={view}>
        <p>{words.unknown}</p>
        <Back text={words.back} />
      </CrossPostingPage>
    )
  }
  const [mayManage, mayAppoint] = [
    await mayAt(req, code, 'manage'),
    await mayAt(req, code, 'appoint'),
  ]
  const shared = { req, site: code, words, language, mayManage }
  const [city] = await readReceiverSites(await sqlOf(req), null, 'city')
  const { publicUrl } = readRuntimeEnv(process.env)
  return (
    <CrossPostingPage
      isBelow
      tab="/sites"
      title={language === 'en' ? site.nameEn : site.nameVi}
      view={view}
    >
      <Back text={words.back} />
      <ConformancePart {...shared} />
      <KeyPart {...shared} />
      <EndpointPart {...shared} />
      <AttemptPart {...shared} query={view.searchParams ?? {}} />
      <TechnicianPart {...shared} mayAppoint={mayAppoint} />
      <Part id="guide" title={words.guide}>
        <p>{words.guideText}</p>
        <p>
          {words.address}:{' '}
          <code className="coloa-receiver-mono">
            {publicUrl}/feeds/{city?.code}?after=0
          </code>
        </p>
      </Part>
    </CrossPostingPage>
  )
}

const Back = ({ text }: { text: string }) => (
  <p className="coloa-parts">
    <a href="/admin/cross-posting/sites">{text}</a>
  </p>
)
