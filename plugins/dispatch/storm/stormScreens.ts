import { addComponents } from '#kit/compose.ts'

const rsc = '@plugins/dispatch/rsc'

const view = (component: string, path: `/${string}`, title: string) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title },
})

/** The page for emergencies, the wall of every dispatch, drills and proofs. */
export const stormScreens = addComponents({
  beforeDashboard: [`${rsc}#StormSummary`],
  beforeNavLinks: [`${rsc}#StormLinks`],
  views: {
    storm: view('StormPage', '/storm', 'Phát khẩn cấp'),
    stormWall: view('WallPage', '/storm/:dispatch', 'Truyền phát'),
    stormProof: view('ProofPage', '/storm/:dispatch/proof', 'Hồ sơ chứng minh'),
    dispatches: view('WallList', '/dispatches', 'Truyền phát'),
    dispatch: view('WallPage', '/dispatches/:dispatch', 'Truyền phát'),
    drills: view('DrillsPage', '/drills', 'Diễn tập'),
    drill: view('DrillPage', '/drills/:dispatch', 'Diễn tập'),
  },
})
