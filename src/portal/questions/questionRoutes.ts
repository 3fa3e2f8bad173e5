import { Router } from 'express'
import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import type { ReactElement } from 'react'
import type { CalendarSource } from '#domain/calendar/calendarOf.ts'
import { renderPage } from '../page/renderPage.tsx'
import type { PortalContext, PortalLocals } from '../router/portalContext.ts'
import { linkTo } from '../site/siteView.ts'
import { findQuestion } from './findQuestion.ts'
import { createFormTokens, groupCode } from './formToken.ts'
import type { Deadline } from './promise.ts'
import { promiseAt } from './promise.ts'
import { readForm } from './readForm.ts'
import { readQuestion } from './readQuestion.ts'
import { showForm } from './showForm.tsx'
import { showSent } from './showSent.tsx'
import { showTracking } from './showTracking.tsx'
import { storeQuestion } from './storeQuestion.ts'

/** What the question routes are made of. */
export type QuestionOptions = {
  payload: Payload
  secret: string
  calendar: CalendarSource
  /** Read anew for each question: they may be revised. */
  terms: { readonly forward: Deadline; readonly answer: Deadline }
  /** Counts a question of a visitor's address; whether there were too many. */
  isTooOften: (req: Request, res: Response) => Promise<boolean>
}

/**
 * `/hoi-dap/gui` and `/hoi-dap/tra-cuu`: a question is sent and followed. Nothing of it is kept by browsers or caches, and
 * no code ever stands in an address.
 */
export const questionRoutes =
  (options: QuestionOptions) =>
  (context: PortalContext): RequestHandler => {
    const tokens = createFormTokens(options.secret)
    const daysOf = ({ forward, answer }: QuestionOptions['terms']) => ({
      forward: forward.workingDays,
      answer: answer.workingDays,
    })
    const promise = (receivedAt: Date) => {
      const { calendar, terms } = options
      return promiseAt({
        pool: context.pool,
        calendar,
        forward: terms.forward,
        answer: terms.answer,
        receivedAt,
      })
    }
    const router = Router()
    const frameOf = async (res: Response) => {
      const place = placeOf(res)
      const [site, alarms] = await Promise.all([context.showSite(place), context.showAlarms(place)])
      return { site, alarms }
    }

    router.get('/hoi-dap/gui', async (_req, res) => {
      const frame = await frameOf(res)
      send(
        res,
        showForm({ ...frame, days: daysOf(options.terms), token: tokens.issue(Date.now()) }),
      )
    })

    router.post('/hoi-dap/gui', async (req, res) => {
      const place = placeOf(res)
      const frame = await frameOf(res)
      const now = new Date()
      const { typed, question, wrong } = readQuestion(await readForm(req))
      const isOld = !tokens.isValid(typed.token, now.getTime())
      if (!question || isOld) {
        const token = isOld ? tokens.issue(now.getTime()) : typed.token
        const problems = isOld && wrong.length === 0 ? (['token'] as const) : wrong
        send(
          res,
          showForm({ ...frame, days: daysOf(options.terms), token, typed, wrong: problems }),
          422,
        )
        return
      }
      if (await options.isTooOften(req, res)) {
        res.set('retry-after', '3600')
        send(
          res,
          showForm({
            ...frame,
            days: daysOf(options.terms),
            token: typed.token,
            typed,
            wrong: ['often'],
          }),
          429,
        )
        return
      }
      const code = tokens.codeOf(typed.token, JSON.stringify(question))
      const { receivedAt } = await storeQuestion({
        payload: options.payload,
        pool: context.pool,
        site: place.site.code,
        locale: place.locale,
        question,
        code,
        now,
        promise,
        trackUrl: `${context.publicUrl}${linkTo(frame.site, '/hoi-dap/tra-cuu')}`,
      })
      const promised = await promise(receivedAt)
      send(res, showSent({ ...frame, code, promised, isMailed: question.email !== '' }))
    })

    router.get('/hoi-dap/tra-cuu', async (_req, res) => {
      send(res, showTracking(await frameOf(res)))
    })

    router.post('/hoi-dap/tra-cuu', async (req, res) => {
      const place = placeOf(res)
      const frame = await frameOf(res)
      const typed = ((await readForm(req)).get('code') ?? '').trim()
      if (typed === '' || typed.length > 40) {
        send(res, showTracking({ ...frame, typed: typed.slice(0, 40), problem: 'code' }), 422)
        return
      }
      const { pool } = context
      const of = { site: place.site.code, locale: place.locale, code: groupCode(typed) }
      const found = await findQuestion(pool, of)
      if (found) send(res, showTracking({ ...frame, typed, found }))
      else send(res, showTracking({ ...frame, typed, problem: 'unknown' }), 404)
    })
    return router
  }

const placeOf = (res: Response) => (res.locals as PortalLocals).place // the portal sets it before any route

const send = (res: Response, page: ReactElement, status = 200) => {
  res.status(status).set('cache-control', 'no-store').type('html').send(renderPage(page))
}
