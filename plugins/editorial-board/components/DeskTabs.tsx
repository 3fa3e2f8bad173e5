import type { AsideCounts } from '../desk/countAside.ts'
import type { DeskCounts } from '../desk/waitingReviews.ts'
import type { DeskWords } from './deskWords.ts'

/** The parts of the desk, as its address names them. */
export const deskTabs = ['mine', 'all', 'decided', 'emergency'] as const
export type DeskTab = (typeof deskTabs)[number]

/** The parts of the desk with how much is in each; plain links, so that each has its address. */
export const DeskTabs = (props: {
  tab: DeskTab
  counts: DeskCounts
  aside: AsideCounts
  words: DeskWords
}) => {
  const { tab, counts, aside, words } = props
  const tabs = [
    ['mine', words.tabMine, counts.mine, counts.mineLate],
    ['all', words.tabAll, counts.total, counts.late],
    ['decided', words.tabDecided, aside.decided, 0],
    ['emergency', words.tabEmergency, aside.emergencies, aside.emergenciesLate],
  ] as const
  return (
    <nav aria-label={words.tabs} className="coloa-tabs">
      {tabs.map(([code, label, count, late]) => (
        <a
          aria-current={code === tab ? 'page' : undefined}
          href={`/admin/review?tab=${code}`}
          key={code}
        >
          {label} <span className={late > 0 ? 'coloa-late' : undefined}>{count}</span>
        </a>
      ))}
    </nav>
  )
}
