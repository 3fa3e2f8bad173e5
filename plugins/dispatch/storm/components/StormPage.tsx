import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { speechOf } from '#domain/text/speech/speechOf.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { queryOf } from '#kit/admin/query.ts'
import type { Query } from '#kit/admin/query.ts'
import { secondFactorOf } from '#kit/secondFactor/enrolSecondFactor.ts'
import { holderOf } from '#kit/secondFactor/secondFactorEndpoints.ts'
import { theForms } from '../../forms/formsOptions.ts'
import { findDrillPlan } from '../drills/readDrills.ts'
import { readAreas } from '../issue/readAreas.ts'
import { isInForce, readEmergency } from '../issue/readEmergency.ts'
import type { Emergency } from '../issue/readEmergency.ts'
import { poolOf } from '../poolOf.ts'
import { reasonChoices } from '../reasonChoices.ts'
import { demandStorm, issuingSitesOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'
import { StormForm } from './StormForm.tsx'
import type { Begun, StormFormProps } from './stormForm.ts'
import './storm.css'

/** `/admin/storm`: what happened, where, until when; one confirmation, and it plays. */
export const StormPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/storm')
  const words = stormWords(req.i18n.language)
  const query = queryOf(view.searchParams)
  const sites = await issuingSitesOf(req)
  const site = sites.find(({ code }) => code === query.get('site')) ?? sites[0]
  if (!site) {
    return (
      <AdminPage title={words.storm} view={view}>
        <p>{words.notIssuer}</p>
        <a href="/admin/dispatches">{words.dispatches}</a>
      </AdminPage>
    )
  }
  const storm = demandStorm()
  const { isSecondFactorNeeded = true } = storm
  const { isThere } = await secondFactorOf(poolOf(req), holderOf(req).person)
  const begun = await readBegun(req, query)
  const { mediaDir, voice } = theForms()
  const isLeft = ({ code }: { code: string }) =>
    !begun.supersedes?.isReal || code !== storm.exerciseReason
  const props: StormFormProps = {
    person: holderOf(req).person,
    site,
    sites,
    ...(await readAreas(poolOf(req), site)),
    reasons: reasonChoices(req.i18n.language).filter(isLeft),
    templates: storm.templates
      .filter(({ reasonCode }) => isLeft({ code: reasonCode }))
      .map(({ label, ...one }) => ({
        ...one,
        name: req.i18n.language === 'en' ? label.en : label.vi,
      })),
    exerciseReason: storm.exerciseReason,
    mayOverride: storm.hasCityOverride && site.isCity,
    isCodeNeeded: isSecondFactorNeeded,
    speech: storm.speech,
    canListen: mediaDir !== undefined && (await voice.version()) !== null,
    begun,
  }
  const isReady = !isSecondFactorNeeded || isThere
  return (
    <AdminPage title={words.storm} view={view}>
      <p>{words.intro}</p>
      {isReady ? null : (
        <div className="coloa-attention" role="status">
          <p>{words.needFactor}</p>
          <p>
            <a href="/admin/second-factor?next=/admin/storm">{words.setUpFactor}</a>
          </p>
        </div>
      )}
      {begun.supersedes ? (
        <p className="coloa-attention">
          {fill(words.supersedes, { title: begun.supersedes.title })}
        </p>
      ) : null}
      <StormForm {...props} />
    </AdminPage>
  )
}

/** What the page begins with: a planned exercise, the bulletin that is replaced, or one that is over and played anew. */
const readBegun = async (req: PayloadRequest, query: Query): Promise<Begun> => {
  const plan = query.get('drill')
  if (plan) {
    const found = await findDrillPlan(poolOf(req), plan)
    return found ? { title: found.title, areas: found.areas, isExercise: true } : {}
  }
  const isAgain = query.get('again') !== undefined
  const earlier = Number(query.get(isAgain ? 'again' : 'supersedes'))
  if (!Number.isInteger(earlier) || earlier < 1) return {}
  const found = await readEmergency(req, earlier).catch(() => null) // a wrong number begins a new one
  if (!found || (!isAgain && !isInForce(found, new Date()))) return {}
  const { title, text, spokenText, areas, groups, reasonCode, messageKind } = found
  return {
    title,
    text,
    // What was made of the earlier text is made anew of the next; only what somebody typed stays.
    spokenText: isMade(found) ? '' : (spokenText ?? ''),
    areas,
    groups,
    ...(reasonCode === null ? {} : { reasonCode }),
    isExercise: messageKind === 'exercise',
    ...(isAgain ? {} : { supersedes: { id: earlier, title, isReal: messageKind !== 'exercise' } }),
  }
}

/** Whether the spoken text is what the normaliser made of the text; that of an exercise is marked anew in any case. */
const isMade = ({ text, spokenText, messageKind }: Emergency): boolean =>
  messageKind === 'exercise' || spokenText === speechOf(text, demandStorm().speech)
