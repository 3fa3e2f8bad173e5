import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import './admin.css'

/** A page of our own inside the admin's frame: navigation, the way back in the header, one heading. */
export const AdminPage = (props: {
  view: AdminViewServerProps
  title: string
  /** The page it belongs to. */
  parent?: { label: string; url: string }
  children: ReactNode
}) => {
  const { initPageResult, params, searchParams } = props.view
  const { req, locale, permissions, visibleEntities } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[...(props.parent ? [props.parent] : []), { label: props.title }]} />
      <Gutter className="coloa-page">
        <h1>{props.title}</h1>
        {props.children}
      </Gutter>
    </DefaultTemplate>
  )
}
