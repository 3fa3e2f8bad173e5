import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { OpenedUnit } from '../screens/openUnit.ts'
import './programme.css'

/** The screens of a commune's programme, in the order of their tabs. */
export const programmeTabs = [
  ['inbox', '/admin/commune-inbox'],
  ['schedule', '/admin/day-schedule'],
  ['frames', '/admin/time-frames'],
  ['asRun', '/admin/as-run'],
] as const

/** The frame of a programme screen: which commune, the way to the other screens. */
export const ProgrammePage = (props: {
  view: AdminViewServerProps
  tab: (typeof programmeTabs)[number][0]
  unit: OpenedUnit
  words: ProgrammeWords
  /** What else the address holds, kept when another commune is chosen. */
  kept?: Record<string, string>
  children: ReactNode
}) => {
  const { unit, words, tab, kept = {} } = props
  const day = kept.day ? `&day=${kept.day}` : ''
  const here = programmeTabs.find(([name]) => name === tab)?.[1] ?? ''
  return (
    <AdminPage title={`${words[tab]}, ${unit.name}`} view={props.view}>
      <nav aria-label={words.title} className="coloa-tabs">
        {programmeTabs.map(([name, path]) => (
          <a
            aria-current={name === tab ? 'page' : undefined}
            href={`${path}?unit=${unit.code}${name === 'inbox' || name === 'frames' ? '' : day}`}
            key={name}
          >
            {words[name]}
          </a>
        ))}
      </nav>
      {unit.communes.length > 0 ? (
        <Filters
          action={here}
          doLabel={words.look}
          fields={[
            { name: 'unit', label: words.commune, value: unit.code, options: unit.communes },
          ]}
          mayClear={false}
          words={{ filter: words.look, clear: words.clear }}
        >
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} name={name} type="hidden" value={value} />
          ))}
        </Filters>
      ) : null}
      {unit.isOwn ? null : <p className="coloa-note">{words.readOnly}</p>}
      {props.children}
    </AdminPage>
  )
}
