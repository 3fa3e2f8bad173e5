import { addComponents } from '#kit/compose.ts'

const rsc = '@plugins/cross-posting/rsc'

const view = (component: string, path: `/${string}`) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title: 'Trang nhận tin' },
})

/** The technical screens of sites. */
export const receiverScreens = addComponents({
  views: {
    crossPostingSites: view('SitesPage', '/cross-posting/sites'),
    crossPostingSite: view('SitePage', '/cross-posting/sites/:code'),
  },
})
