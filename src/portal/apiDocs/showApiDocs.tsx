import type { ReactElement } from 'react'
import type { ApiOperation, ApiPart } from '#kit/openApi/apiPart.ts'
import type { Label } from '#kit/label.ts'
import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { notFound } from '../router/badInput.ts'

const title = { vi: 'Dữ liệu mở và liên thông', en: 'Open data and cross-posting' }
const lead = {
  vi: 'Mọi nội dung công khai đều đọc được bằng máy, không cần đăng ký.',
  en: 'Everything public can be read by machines, without signing up.',
}

/**
 * `/api/docs`: what can be asked of this installation, for people; Vietnamese first, English second.
 *
 * @throws not_found on a component site, and where the deployment describes nothing
 */
export const showApiDocs: PageMaker = async ({ site, context, alarms }) => {
  const parts = context.apiParts
  if (!parts || site.kind !== 'city') throw notFound()
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={title[site.locale]}
      description={lead[site.locale]}
      rest="/api/docs"
      alarms={alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <h1>{title.vi}</h1>
        <Both text={lead} />
        <p>
          <a href="/api/openapi.json">OpenAPI 3.1</a>
        </p>
        <nav aria-label="API">
          <ul>
            {parts.map((part) => (
              <li key={part.name}>
                <a href={`#${part.name}`}>{part.title.vi}</a>{' '}
                <span lang="en" className="api-second">
                  {part.title.en}
                </span>
              </li>
            ))}
          </ul>
        </nav>
        {parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
      </div>
    </Page>,
  )
}

/** A text in both languages, the second marked as what it is. */
const Both = ({ text }: { text: Label }): ReactElement => (
  <>
    <p lang="vi">{text.vi}</p>
    <p lang="en" className="api-second">
      {text.en}
    </p>
  </>
)

const Part = ({ part }: { part: ApiPart }): ReactElement => (
  <section id={part.name} aria-labelledby={`${part.name}-name`}>
    <h2 id={`${part.name}-name`}>
      {part.title.vi}{' '}
      <span lang="en" className="api-second">
        {part.title.en}
      </span>
    </h2>
    <Both text={part.about} />
    {part.operations.map((operation) => (
      <Operation key={operation.id} operation={operation} />
    ))}
    {(part.webhooks ?? []).map((webhook) => (
      <article key={webhook.id} className="api">
        <h3 lang="vi">{webhook.title.vi}</h3>
        <Both text={webhook.about} />
        <pre tabIndex={0}>
          <code>{JSON.stringify(webhook.example, null, 2)}</code>
        </pre>
      </article>
    ))}
  </section>
)

const Operation = ({ operation }: { operation: ApiOperation }): ReactElement => {
  const parameters = operation.parameters ?? []
  return (
    <article className="api" id={operation.id}>
      <h3 lang="vi">{operation.title.vi}</h3>
      <pre tabIndex={0}>
        <code>{`${operation.method.toUpperCase()} ${operation.path}`}</code>
      </pre>
      <Both text={operation.about ?? operation.title} />
      {parameters.length > 0 ? (
        <dl>
          {parameters.map((one) => (
            <div key={one.name}>
              <dt>
                <code>{one.name}</code>
                {one.example === undefined ? null : ` = ${one.example}`}
              </dt>
              <dd>
                <Both text={one.about} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ul>
        {Object.entries(operation.answers).map(([status, answer]) => (
          <li key={status}>
            <code>{status}</code> <span lang="vi">{answer.about.vi}</span>{' '}
            <span lang="en" className="api-second">
              {answer.about.en}
            </span>
          </li>
        ))}
      </ul>
    </article>
  )
}
