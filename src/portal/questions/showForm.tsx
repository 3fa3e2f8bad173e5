import type { ReactElement } from 'react'
import type { Alarm } from '../page/Notices.tsx'
import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { FormField } from './FormField.tsx'
import { Problems, RESULT } from './Problems.tsx'
import type { ProblemName, Typed } from './readQuestion.ts'
import { questionWords } from './words.ts'

/** Working days of the two promises. */
export type PromiseDays = { forward: number; answer: number }

/** The question form; with what was typed and what is wrong, when something is. */
export const showForm = (props: {
  site: SiteView
  token: string
  days: PromiseDays
  typed?: Typed
  wrong?: readonly ProblemName[]
  alarms: readonly Alarm[]
}): ReactElement => {
  const { site, typed, wrong = [] } = props
  const words = questionWords(site.locale)
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const problemOf = (name: ProblemName) => (wrong.includes(name) ? words.problem[name] : undefined)
  const field = (name: 'subject' | 'text' | 'name' | 'email' | 'phone') => ({
    name,
    label: words[name],
    value: typed?.[name] ?? '',
    problem: problemOf(name),
  })
  return (
    <Page
      site={site}
      locale={site.locale}
      title={wrong.length > 0 ? `${words.problems.split('.')[0]} – ${words.ask}` : words.ask}
      description={words.lead}
      rest="/hoi-dap/gui"
      otherLanguage={site.languages.includes(other) ? '/hoi-dap/gui' : undefined}
      active="/hoi-dap"
      alarms={props.alarms}
    >
      <div className="wrap">
        <Crumbs
          site={site}
          above={[{ label: wordsOf(site.locale).answers, href: linkTo(site, '/hoi-dap') }]}
        />
        <h1>{words.ask}</h1>
        <p className="lead">{words.lead}</p>
        <p>{words.promise(props.days.forward, props.days.answer)}</p>
        <Problems
          title={words.problems}
          problems={wrong.map((name) => ({
            name: name === 'token' || name === 'often' ? 'send' : name,
            text: words.problem[name],
          }))}
        />
        <form
          className="form"
          method="post"
          action={`${linkTo(site, '/hoi-dap/gui')}#${RESULT}`}
          noValidate
        >
          <input type="hidden" name="token" value={props.token} />
          <FormField {...field('subject')} hint={words.subjectHint} isRequired />
          <FormField {...field('text')} hint={words.textHint} isLong isRequired />
          <FormField {...field('name')} autoComplete="name" isRequired />
          <FormField {...field('email')} hint={words.emailHint} type="email" autoComplete="email" />
          <FormField {...field('phone')} hint={words.phoneHint} type="tel" autoComplete="tel" />
          <p className="trap" aria-hidden="true">
            <label htmlFor="website">{words.leaveEmpty}</label>
            <input
              id="website"
              name="website"
              tabIndex={-1}
              autoComplete="off"
              defaultValue={typed?.website ?? ''}
            />
          </p>
          <Consent
            words={words}
            isGiven={typed?.consent === 'yes'}
            problem={problemOf('consent')}
          />
          <button className="button" type="submit" id="send">
            {words.send}
          </button>
        </form>
      </div>
    </Page>
  )
}

const Consent = (props: {
  words: ReturnType<typeof questionWords>
  isGiven: boolean
  problem: string | undefined
}) => (
  <div className={props.problem ? 'field check field-wrong' : 'field check'}>
    <input
      id="consent"
      name="consent"
      type="checkbox"
      value="yes"
      defaultChecked={props.isGiven}
      aria-describedby={props.problem ? 'consent-hint consent-problem' : 'consent-hint'}
      aria-invalid={props.problem ? true : undefined}
      aria-required
    />
    <label htmlFor="consent">{props.words.consent}</label>
    <span className="field-hint" id="consent-hint">
      {props.words.consentHint}
    </span>
    {props.problem ? (
      <span className="problem" id="consent-problem">
        {props.problem}
      </span>
    ) : null}
  </div>
)
