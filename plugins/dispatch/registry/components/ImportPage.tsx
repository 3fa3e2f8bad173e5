import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { managesDevices } from '../deviceRights.ts'
import { registryWords } from '../registryWords.ts'
import { importWords } from '../import/importWords.ts'
import { ImportForm } from './ImportForm.tsx'
import './registry.css'

/** `/admin/device-board/import`: a list of devices is checked, then stored. */
export const ImportPage = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/device-board/import')
  const words = registryWords(req.i18n.language)
  const said = importWords(req.i18n.language)
  return (
    <AdminPage
      parent={{ label: words.board, url: '/admin/device-board' }}
      title={said.import}
      view={view}
    >
      <p>
        <a href="/admin/device-board">{words.back}</a>
      </p>
      {managesDevices(req) ? (
        <>
          <p>{said.importIntro}</p>
          <p>
            <a href="/api/dispatch/device-imports/template">{said.importTemplate}</a>
          </p>
          <ImportForm />
        </>
      ) : (
        <p>{words.forbidden}</p>
      )}
    </AdminPage>
  )
}
